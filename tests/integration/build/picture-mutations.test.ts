import { type CheerioAPI, load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AuditedSite, auditedSite, problemsInEdition } from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';

const PAGE = 'advanced/pictures/index.html';

/** Changes of a page that would show something else than its article draws. */
const MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['has another alt', $ => $('.prose img').first().attr('alt', 'A square')],
  ['has another width', $ => $('.prose img').first().attr('width', '10')],
  ['has no height', $ => $('.prose img').eq(2).removeAttr('height')],
  ['shows another picture', $ => $('.prose img').eq(2).attr('src', '/favicon.svg')],
  ['shows a picture of another site', $ => $('.prose img').eq(2).attr('src', 'https://evil.example/a.png')],
  [
    'shows the dark picture on light pages',
    $ =>
      $('.picture img')
        .eq(0)
        .attr('src', $('.picture img').eq(1).attr('src') ?? ''),
  ],
  ['lacks the dark picture', $ => $('.picture img').eq(1).remove()],
  ['loads another picture on wide screens', $ => $('.prose img').eq(0).attr('srcset', '/favicon.svg 2x')],
  ['has another caption', $ => $('figcaption').eq(0).text('CPython printed 500000')],
  ['lacks a caption', $ => $('figure.picture figcaption').first().remove()],
  ['has no code in its caption', $ => $('figure.picture figcaption code').first().replaceWith('code')],
  [
    'has a picture more',
    $ => $('.prose p').first().append('<img src="/favicon.svg" alt="" width="1" height="1">'),
  ],
  ['has a figure more', $ => $('figure.picture').first().after($('figure.picture').first().clone())],
  ['swaps two figures', $ => $('figure.picture').eq(1).insertBefore($('figure.picture').eq(0))],
  ['writes another number', $ => $('math mn').first().text('2')],
  ['writes another sign', $ => $('math mo').first().text('−')],
  ['lacks a part of a formula', $ => $('math mi').last().remove()],
  ['has another alternative of a formula', $ => $('math').first().attr('alttext', 'x')],
  ['lacks a formula', $ => $('math').first().remove()],
  ['has a formula more', $ => $('.prose p').last().append('<math alttext="x"><mi>x</mi></math>')],
  ['puts HTML into a formula', $ => $('math mi').first().html('<span>x</span>')],
  [
    'puts a link into a formula',
    $ => $('math mi').first().wrap('<mrow href="https://evil.example/"></mrow>'),
  ],
  [
    'has a formula in a figure',
    $ => $('figure.example').first().append('<math alttext="x"><mi>x</mi></math>'),
  ],
  [
    'has an annotation in a formula',
    $ => $('math').first().append('<annotation-xml encoding="text/html">x</annotation-xml>'),
  ],
  ['does not scroll', $ => $('.drawn[tabindex]').first().removeAttr('tabindex')],
  ['has another label', $ => $('svg.graph text').first().text('Verified')],
  ['moves a label', $ => $('svg.graph text').first().attr('x', '500')],
  ['lacks an edge', $ => $('svg.graph .edge').first().remove()],
  ['has an edge more', $ => $('svg.graph .edge').first().after('<path class="edge" d="M0,0L9,9"/>')],
  ['turns an arrow', $ => $('svg.graph .head').first().attr('points', '0,0 1,1 2,2')],
  ['has another class', $ => $('svg.graph .accent').first().attr('class', 'node warning')],
  ['has a color of its own', $ => $('svg.graph .node').first().attr('fill', 'red')],
  ['has a script in a diagram', $ => $('svg.graph').first().append('<script>alert(1)</script>')],
  ['has a picture in a diagram', $ => $('svg.graph').first().append('<image href="/favicon.svg"/>')],
  ['has another alternative of a diagram', $ => $('svg.graph').last().attr('aria-label', 'A graph')],
  ['is hidden from those who do not see it', $ => $('svg.graph').first().attr('aria-hidden', 'true')],
];

describe('the audit of drawings', () => {
  let site: AuditedSite;
  let html: string;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/pictures');
    html = await site.page(PAGE);
  });

  test('accepts the page as it is', () => {
    expect(site.problemsIn(PAGE, write(load(html)))).toEqual([]);
  });

  test.for(MUTATIONS)('refuses a page that %s', ([, change]) => {
    const $ = load(html);
    change($);
    expect(write($)).not.toBe(write(load(html)));
    expect(site.problemsIn(PAGE, write($))).not.toEqual([]);
  });

  test.for([
    ['another block of TeX', 'f(x) = a_0', 'f(x) = a_1'],
    ['another graph', 'queue -> "second thread"', 'queue -> "third thread"'],
  ] as const)('refuses a Markdown edition with %s', async ([, from, to]) => {
    expect(await problemsInEdition(site, 'advanced/pictures.md', from, to)).not.toEqual([]);
  });
});

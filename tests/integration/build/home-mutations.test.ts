import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAttack } from '../../fixtures/attacks.ts';
import { type AuditedSite, auditedSite, survivorsOf } from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';

/** Changes of a home page that would show something that no run proved. */
const HOME_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks its example', $ => $('figure').first().remove()],
  ['shows its example twice', $ => $('figure').first().after($('figure').first().clone())],
  ['lacks the tab without the lock', $ => $('div.variant').last().remove()],
  ['shows the output of the variant as that of the example', $ => swap($, '.variant samp')],
  ['shows another output', $ => $('samp').first().text('Balance: 1000000\n')],
  ['shows another code', $ => $('pre.code').first().text('print("fast")\n')],
  ['calls a variant the same', $ => $('.checked').last().text('Verified with CPython 3.13.0')],
  ['names another version', $ => $('.checked').first().text('Verified with CPython 3.99.0')],
  ['lacks its numbers', $ => $('dl.numbers').remove()],
  ['counts one example more', $ => $('.numbers dd').first().text('1000')],
  ['counts one variant more', $ => $('.numbers dd').eq(1).text('99')],
  ['counts outputs that no build compared', $ => $('.numbers dd').eq(2).text('99')],
  ['names a version that did not run', $ => $('.numbers dd').eq(3).text('3.99.0')],
  [
    'adds a date that no commit has',
    $ => $('.numbers').append('<div><dt>As of</dt><dd>2026-01-01</dd></div>'),
  ],
  ['calls a number something else', $ => $('.numbers dt').eq(1).text('Errors found')],
  ['leads its proof elsewhere', $ => $('.numbers a').attr('href', '/advanced/changes/')],
  ['folds its numbers', $ => $('.numbers').wrap('<details></details>')],
  ['claims more in its welcome', $ => $('.welcome p').first().text('Verified with CPython 3.99.0')],
  ['prints something in its welcome', $ => $('.welcome').append('<pre>Balance: 0</pre>')],
  ['runs something where a reader begins', $ => $('.begin').attr('onclick', 'alert(1)')],
  ['leads its beginning to a program', $ => $('.begin').attr('href', 'javascript:alert(1)')],
];

function swap($: CheerioAPI, selector: string): void {
  const [one, other] = [$(selector).first(), $(selector).last()];
  const text = one.text();
  one.text(other.text());
  other.text(text);
}

describe('the audit of a home page with an example and its variant', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/variants');
  });
  afterAll(() => site.remove());

  test('accepts it, and no mutation of it', async ({ task }) => {
    const survivors = await survivorsOf(site, 'index.html', 'advanced/changes/index.html', [
      /^changes the text/,
      20,
    ]);
    recordAttack(task, { against: 'page', tried: 'index.html', refused: `all but ${survivors.length}` });
    expect(survivors).toEqual([]);
  });

  test.for(HOME_MUTATIONS)('refuses one that %s', async ([, change]) => {
    const $ = load(await site.page('index.html'));
    const before = write($);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn('index.html', write($))).not.toEqual([]);
  });

  test('refuses a page of a track that shows a figure, or claims that something was verified', async () => {
    const path = 'advanced/index.html';
    const html = await site.page(path);
    const figure = load(await site.page('index.html'))('figure')
      .first()
      .toString();
    for (const fake of [figure, '<p>Verified with CPython 3.13.0</p>', '<pre>Balance: 0</pre>']) {
      const $ = load(html);
      $('.track-page').append(fake);
      expect([fake, site.problemsIn(path, write($))]).not.toEqual([fake, []]);
    }
    expect(site.problemsIn(path, write(load(html)))).toEqual([]);
  });

  test('refuses a home page without an example where the settings name one, and the other way about', async () => {
    const html = write(load(await site.page('index.html')));
    const { plan } = site;
    expect(
      site.problemsIn('index.html', html, { ...plan, home: { ...plan.home, showcase: undefined } }),
    ).not.toEqual([]);
    const other = { file: 'changes/account.py', region: 'nowhere' };
    expect(
      site.problemsIn('index.html', html, { ...plan, home: { ...plan.home, showcase: other } }),
    ).not.toEqual([]);
    const $ = load(html);
    $('figure').remove();
    expect(
      site.problemsIn('index.html', write($), { ...plan, home: { ...plan.home, showcase: undefined } }),
    ).toEqual([]);
  });
});

describe('the audit of a home page with a timeline', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/watched');
  });
  afterAll(() => site.remove());

  test.for<readonly [name: string, change: ($: CheerioAPI) => unknown]>([
    ['lacks it', $ => $('figure.timeline').remove()],
    ['shows it before its example', $ => $('figure.timeline').insertBefore($('figure').first())],
    ['moves a wait in it', $ => $('.drawing rect').first().attr('width', '1')],
    ['shows a line that nobody printed', $ => $('.said-lines samp').first().text('42')],
    ['says that each build checks more', $ => $('.timeline .checked').text('Verified with CPython 3.13.0')],
  ])('refuses one that %s', async ([, change]) => {
    const $ = load(await site.page('index.html'));
    expect(site.problemsIn('index.html', write($))).toEqual([]);
    const before = write($);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn('index.html', write($))).not.toEqual([]);
  });
});

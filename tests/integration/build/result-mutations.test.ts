import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { write } from '../../fixtures/page-mutations.ts';
import {
  type AuditedSite,
  auditedSite,
  problemsInEdition,
  survivorsOf,
} from '../../fixtures/audited-site.ts';

/** Changes of a page that would show a hang, or the outcomes of a race, as something else than they are. */
const RESULT_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks the panel of a hang', $ => $('.hang').first().remove()],
  ['lacks the panel of a hang in a variant', $ => $('.variant .hang').remove()],
  ['shows where it hangs on the tab that ends', $ => $('.variant').first().append($('.variant .hang'))],
  ['lacks a thread', $ => $('.waits li').eq(1).remove()],
  ['names another thread', $ => $('.waits strong').eq(1).text('Eve')],
  [
    'names another holder',
    $ => $('.waits .what').eq(2).text('waits in Lock.acquire for paper, which Eve holds'),
  ],
  ['swaps two threads', $ => $('.waits li').eq(1).insertAfter($('.waits li').eq(2))],
  ['links to another line', $ => $('.waits a').first().attr('href', '/examples/races/deadlock/#deadlock-L1')],
  ['names another line', $ => $('.waits a').first().text('line 1')],
  ['shows other code', $ => $('.waits code').first().text('b.join()')],
  ['says that another example hangs', $ => $('.waits').first().attr('data-waits', 'races/counter')],
  ['lacks the circle', $ => $('.circle').first().remove()],
  ['lacks a step of the circle', $ => $('.circle li').eq(1).remove()],
  ['turns the circle around', $ => $('.circle').first().append($('.circle li').get().slice(0, 5).reverse())],
  ['has a circle in a run without one', $ => $('.variant .hang').append($('.circle').first().clone())],
  ['gives a hang an exit code', $ => $('.verdict p').first().prepend('<span>Exit code 1. </span>')],
  ['does not say that it never ends', $ => $('.verdict span:contains("never ends")').first().remove()],
  ['says another time', $ => $('.verdict span:contains("never ends")').first().text('It ended after 2 s.')],
  ['lacks the table', $ => $('.outcomes').first().remove()],
  ['lacks an outcome', $ => $('.outcomes tbody tr').last().remove()],
  ['swaps two outcomes', $ => $('.outcomes tbody tr').eq(0).insertAfter($('.outcomes tbody tr').eq(1))],
  ['shows another output', $ => $('.outcomes samp').first().text('Counter: 3')],
  ['shows another meaning', $ => $('.outcomes td:not(.often)').first().text('All is well.')],
  ['shows another count', $ => $('.outcomes .words').first().text('20 of 20')],
  ['shows one that was never seen', $ => $('.outcomes .words').last().text('1 of 20')],
  ['draws a longer bar', $ => $('.outcomes .share').first().attr('width', '20')],
  ['moves a bar', $ => $('.outcomes .share').first().attr('x', '3')],
  ['scales a bar', $ => $('.outcomes .bar').first().attr('viewBox', '0 0 10 1')],
  ['has another bar', $ => $('.outcomes .bar').first().append('<rect class="share" width="20" height="1"/>')],
  ['claims another count', $ => $('.outcomes .often').first().attr('data-count', '20')],
  ['claims more runs', $ => $('.outcomes .often').first().attr('data-runs', '2000')],
  [
    'has another column',
    $ => $('.outcomes tr').append('<td class="often" data-count="1" data-runs="20"></td>'),
  ],
  ['names another version', $ => $('.outcomes thead th').last().text('How often, Python 3.14')],
  ['gives counts to a version', $ => $('.outcomes thead th').last().attr('data-python', '3.14')],
  ['quotes an outcome that is none', $ => $('[data-value]').first().text('3')],
];

describe('the audit of a site with a hang and a race', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/results');
  });
  afterAll(() => site.remove());

  test.for(['races/deadlock', 'races/counter'])('accepts the page of %s, and no mutation of it', async id => {
    const path = `examples/${id}/index.html`;
    // Most are of texts of tokens, which are all compared in one way.
    const survivors = await survivorsOf(site, path, 'advanced/results/index.html', [/^changes the text/, 10]);
    expect(survivors).toEqual([]);
  });

  test.for(RESULT_MUTATIONS)('refuses a page that %s', async ([, change]) => {
    const path = 'advanced/results/index.html';
    const $ = load(await site.page(path));
    const before = write($);
    expect(site.problemsIn(path, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(path, write($))).not.toEqual([]);
  });

  test.for([
    ['a count', /count=\d+ runs=20/, 'count=20 runs=20'],
    ['the words of a count', /Outcome 1, seen in \d+ of 20/, 'Outcome 1, seen in 20 of 20'],
    ['a meaning', 'saw what the other had written', 'saw nothing'],
    ['an outcome', 'Counter: 2\n', 'Counter: 3\n'],
    ['who waits', 'MainThread waits', 'Eve waits'],
    ['the circle', '→ pen → Ada → paper', '→ paper → Ada → pen'],
    ['what hangs', 'stream=waits', 'stream=out'],
  ] as const)('refuses a Markdown edition with another text for %s', async ([, found, other]) => {
    expect(await problemsInEdition(site, 'advanced/results.md', found, other)).not.toEqual([]);
  });

  test('names a hang and outcomes in the list of what was verified', async () => {
    const { examples } = JSON.parse(await site.page('verified.json')) as {
      examples: readonly { id: string; promise: string; variants: readonly { promise: string }[] }[];
    };
    const hang = 'This program never ends: after 1 second in which nothing moved, it was stopped.';
    expect(Object.fromEntries(examples.map(({ id, promise }) => [id, promise]))).toEqual({
      'races/careful': 'every byte',
      'races/counter':
        'It has 3 outcomes. Each build runs it and checks that it prints one of these; the counts are those ' +
        'of the recording.',
      'races/deadlock': hang,
    });
    expect(examples.flatMap(({ variants }) => variants.map(({ promise }) => promise))).toEqual([hang]);
    const text = await site.page('verified/races/index.html');
    expect(text).toContain(hang);
    expect(text).toContain('It has 3 outcomes.');
  });
});

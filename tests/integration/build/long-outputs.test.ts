import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditedSite, auditedSite, survivorsOf } from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';

const PAGE = 'advanced/long/index.html';
const PARTS = '#counts pre[data-part]';

/** Changes of a page that would show another end of a long output, or hide it otherwise. */
const MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks the end', $ => $('#counts .rest').remove()],
  ['lacks the beginning', $ => $(PARTS).first().remove()],
  ['moves a line into the fold', $ => $('#counts .rest samp').prepend('The number 11\n')],
  ['shows the end first', $ => $('#counts .rest').insertBefore($(PARTS).first())],
  ['shows the end unfolded', $ => $('#counts .rest').replaceWith($('#counts .rest pre'))],
  ['counts other lines', $ => $('#counts .rest span').first().text('18 more lines')],
  ['names the end as other lines', $ => $(PARTS).last().attr('aria-label', 'Output of counts')],
  ['colors the end in another way', $ => $('#counts .rest samp span').first().removeAttr('class')],
  ['has a part of another number', $ => $(PARTS).last().attr('data-part', '3')],
  ['folds all', $ => $('#counts .panel.out').wrap('<details></details>')],
];

describe('the page of a long output', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/long');
  });
  afterAll(() => site.remove());

  test('has its first lines, and the others in a fold, which are one text together', async () => {
    const $ = load(await site.page(PAGE));
    const texts = $(PARTS)
      .toArray()
      .map(part => $(part).text().split('\n').length);
    expect(texts).toEqual([13, 19]);
    expect($(PARTS).text()).toMatch(/^The number 0\n(?:The number \d+\n){29}The end$/);
    expect($('#counts .rest summary').text()).toBe('19 more lines');
    // A range of it is folded by its own lines, and numbered by those of the output.
    expect($('#counts-example .rest pre').attr('aria-label')).toBe(
      'Output, lines 14 to 26 of counts-example',
    );
  });

  test('says of each stream what is folded', async () => {
    const $ = load(await site.page(PAGE));
    expect($('#warns .rest summary').text()).toBe('9 more lines');
    expect($('#warns .rest pre').attr('data-stream')).toBe('err');
  });

  test.for(MUTATIONS)('is refused if it %s', async ([, change]) => {
    const $ = load(await site.page(PAGE));
    const before = write($);
    expect(site.problemsIn(PAGE, before)).toEqual([]);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(PAGE, write($))).not.toEqual([]);
  });

  test('is accepted as it is, and in no mutation', async () => {
    expect(
      await survivorsOf(site, PAGE, 'examples/long/warns/index.html', [/^changes the text/, 20]),
    ).toEqual([]);
  });
});

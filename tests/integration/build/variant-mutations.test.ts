import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditSite } from '../../../src/site/audit/audit-site.ts';
import { recordAttack } from '../../fixtures/attacks.ts';
import { write } from '../../fixtures/page-mutations.ts';
import {
  type AuditedSite,
  auditedSite,
  problemsInEdition,
  survivorsOf,
} from '../../fixtures/audited-site.ts';

/** Changes of a page that would show a variant as something else than it is. */
const VARIANT_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['lacks its tabs', $ => $('fieldset.variants').first().remove()],
  ['lacks one tab', $ => $('div.variant').last().remove()],
  ['has one tab twice', $ => $('div.variant').last().after($('div.variant').last().clone())],
  ['shows the variant first', $ => $('fieldset.variants input').first().removeAttr('checked')],
  [
    'swaps two tabs',
    $ => {
      const tabs = $('fieldset.variants').first().children('div.variant');
      const [one, other] = [tabs.eq(0).html() ?? '', tabs.eq(1).html() ?? ''];
      tabs.eq(0).html(other);
      tabs.eq(1).html(one);
    },
  ],
  ['names a tab as the other', $ => $('label:contains("Without the lock")').first().text('As written')],
  ['shows a removed line as kept', $ => tag($, 'del', 'span')],
  ['shows a removed line as added', $ => tag($, 'del', 'ins')],
  ['shows an added line as removed', $ => tag($, 'ins', 'del')],
  ['does not say that a line was removed', $ => $('del .change').first().remove()],
  ['says that an added line was removed', $ => $('ins .change').first().text('Removed: ')],
  ['says it behind the line', $ => $('del').first().append($('del .change').first())],
  ['says it where it is seen', $ => $('del .change').first().removeAttr('class')],
  ['hides a word of its code', $ => $('.changed span[class^=t]').first().attr('class', 'change')],
  ['hides a line of its output', $ => $('.variant samp').last().wrapInner('<span class="change"></span>')],
  ['strikes out its output', $ => $('.variant samp').last().wrapInner('<del></del>')],
  ['numbers a removed line', $ => $('del').first().attr('class', 'n1')],
  ['swaps a removed and an added line', $ => $('ins').first().insertBefore($('del').first())],
  ['drops an added line', $ => $('ins').first().remove()],
  ['shows no signs', $ => $('.changed').first().removeClass('changed')],
  [
    'shows the output as written',
    $ => $('.variant samp:contains("70")').first().text('Balance: 40\nChosen: a\n'),
  ],
  ['does not say that it differs', $ => $('.verdict span:contains("something else")').last().remove()],
  [
    'says that the original differs',
    $ => $('.checked').first().append(': does something else than as written'),
  ],
  [
    'says that its output is the same',
    $ => cut($, '.variant .no-output', 'in every run, so no output is shown'),
  ],
  [
    'gives the original to download',
    $ => $('a[download][href*=without]').first().attr('href', '/examples/changes/account.py'),
  ],
  ['quotes a value of the original', $ => $('[data-value$=without-the-lock]').text('40')],
  [
    'says that a value is of the original',
    $ => $('[data-value$=without-the-lock]').attr('data-value', 'changes/account'),
  ],
];

function tag($: CheerioAPI, from: string, to: string): void {
  const line = $(from).first();
  line.replaceWith(`<${to}>${line.html()}</${to}>`);
}

function cut($: CheerioAPI, selector: string, words: string): void {
  const found = $(selector).last();
  found.text(found.text().replace(words, ''));
}

describe('the audit of a site with variants', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite('tests/fixtures/variants');
  });
  afterAll(() => site.remove());

  test('accepts the page of an example, and no mutation of it', async ({ task }) => {
    const path = 'examples/changes/account/index.html';
    // Most are of texts of tokens, which are all compared in one way.
    const survivors = await survivorsOf(site, path, 'advanced/changes/index.html', [/^changes the text/, 20]);
    recordAttack(task, { against: 'page', tried: path, refused: `all but ${survivors.length}` });
    expect(survivors).toEqual([]);
  });

  test.for(VARIANT_MUTATIONS)('refuses a page of a variant that %s', async ([, change]) => {
    const path = 'advanced/changes/index.html';
    const $ = load(await site.page(path));
    const before = write($);
    change($);
    expect(write($)).not.toBe(before);
    expect(site.problemsIn(path, write($))).not.toEqual([]);
  });

  test.for([
    ['the code of a variant', /^-( {4}with lock:)$/m, ' $1'],
    ['the output of a variant', 'Balance: 70', 'Balance: 40'],
    ['the language of a difference', '```diff code=changes', '```python code=changes'],
    ['what was found out', ': does something else than as written.', '.'],
    ['that it differs', 'It does something else in every run', 'It does the same in every run'],
    ['whose output it is', 'output=changes/account.without-the-lock', 'output=changes/account'],
  ] as const)('refuses a Markdown edition with another text for %s', async ([, found, other]) => {
    expect(await problemsInEdition(site, 'advanced/changes.md', found, other)).not.toEqual([]);
  });

  test('refuses the download of a variant that is not what ran, and a list without it', async () => {
    // The search index is written after this audit, and has its own.
    await rm(join(site.dist, 'pagefind'), { recursive: true });
    const files = ['examples/changes/account.without-the-lock.py', 'verified.json'];
    for (const file of files) {
      const text = await site.page(file);
      await writeFile(
        join(site.dist, file),
        text.replace('without-the-lock', 'with-a-lock').replace('pass', ''),
      );
      const { problems } = await auditSite(site.dist, site.plan);
      expect(problems.map(problem => problem.file)).toEqual([`dist/${file}`]);
      await writeFile(join(site.dist, file), text);
    }
    expect((await auditSite(site.dist, site.plan)).problems).toEqual([]);
  });
});

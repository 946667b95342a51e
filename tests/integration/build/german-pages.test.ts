import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de } from '../../../src/core/words/de/de.ts';
import { en } from '../../../src/core/words/en/en.ts';
import { recordAttack } from '../../fixtures/attacks.ts';
import { type AuditedSite, auditedSite, survivorsOf } from '../../fixtures/audited-site.ts';
import { write } from '../../fixtures/page-mutations.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { foreignTexts } from '../../fixtures/words.ts';

const FIXTURE = 'tests/fixtures/german';
const ARTICLE = 'de/advanced/account/index.html';

// The fixture has no timeline, and its words are made from lists.
const ENGLISH = foreignTexts({ ...en, timeline: {} }, { ...de, timeline: {} });

/** English words of the site in a German page: as a text, in one, or as what is heard. */
function englishIn(html: string): readonly string[] {
  const $ = load(html);
  $('script, style, pre, code, [lang]:not(html)').remove();
  const elements = $('html, html *').toArray();
  const texts = elements.flatMap(element => [
    ...$(element)
      .contents()
      .toArray()
      .flatMap(node => (node.type === 'text' ? [node.data] : [])),
    ...Object.entries(element.attribs).flatMap(([name, value]) => (IDS.test(name) ? [] : [value])),
  ]);
  const words = texts.map(text => text.trim()).filter(text => text !== '');
  return [...ENGLISH].filter(english =>
    words.some(text => text === english || (/\s/.test(english) && text.includes(english))),
  );
}

/** Attributes that no reader sees or hears. */
const IDS =
  /^(?:class|id|href|hreflang|src|for|name|type|rel|role|aria-(?:labelledby|describedby|controls))$/;

/** Changes of what a German page says of the proof. */
const PROOF_MUTATIONS: readonly (readonly [name: string, change: ($: CheerioAPI) => unknown])[] = [
  ['names another Python', $ => changeText($, '.checked', /3\.\d+/, '3.99')],
  ['says it in English', $ => changeText($, '.checked', /^.*?(?=CPython)/s, 'Verified with ')],
  ['says that it was not verified', $ => changeText($, '.checked', /Geprüft/, 'Nicht geprüft')],
  ['says it twice', $ => $('.checked').first().after($('.checked').first().clone())],
  ['does not say it', $ => $('.checked').first().remove()],
  ['says it of all in the text', $ => $('.prose').prepend('<p>Geprüft mit CPython 3.13.0</p>')],
  [
    'says it in the text with signs between',
    $ => $('.prose').prepend('<p>Ge\u00adprüft mit CPython 3.13</p>'),
  ],
  ['shows another number in words', $ => $('[data-value]').first().text('siebzig')],
  ['shows the number in English', $ => $('[data-value]').first().text('forty')],
];

function changeText($: CheerioAPI, selector: string, found: RegExp, other: string): void {
  const element = $(selector).first();
  element.html((element.html() ?? '').replace(found, other));
}

describe('a German article of an English site', () => {
  let site: AuditedSite;
  beforeAll(async () => {
    site = await auditedSite(FIXTURE);
  });
  afterAll(() => site.remove());

  test.for(PROOF_MUTATIONS)('is refused if it %s', async ([name, change], { task }) => {
    const $ = load(await site.page(ARTICLE));
    const html = write($);
    expect(site.problemsIn(ARTICLE, html)).toEqual([]);
    change($);
    expect(write($)).not.toBe(html);
    const problems = site.problemsIn(ARTICLE, write($));
    expect(problems).not.toEqual([]);
    recordAttack(task, {
      against: 'page',
      tried: `a German page ${name}`,
      refused: `${problems.length} problems`,
    });
  });

  test('is accepted, and no mutation of it', async () => {
    expect(await survivorsOf(site, ARTICLE, 'advanced/account/index.html', [/./, 7])).toEqual([]);
  });

  test('and its home page have no English words of the site', async () => {
    expect(englishIn(await site.page('advanced/account/index.html')).length).toBeGreaterThan(20);
    expect(englishIn(await site.page(ARTICLE))).toEqual([]);
    expect(englishIn(await site.page('de/index.html'))).toEqual([]);
  });
});

describe('a site in German', () => {
  let site: SiteCopy;
  beforeAll(async () => {
    site = await copySite(FIXTURE);
    await rm(join(site.root, 'content/advanced'), { recursive: true });
    await rename(join(site.root, 'content/de/advanced'), join(site.root, 'content/advanced'));
    await rm(join(site.root, 'content/de'), { recursive: true });
    const path = join(site.root, 'src/site.config.ts');
    const settings = await readFile(path, 'utf8');
    const german = settings
      .replace("language: 'en'", "language: 'de'")
      .replace(/^ {2}translations: \{.*?^ {2}\},\n/ms, '');
    await writeFile(path, german);
    expect(german).not.toMatch(/'en'|translations/);
    const { exitCode, text } = await site.run('build');
    expect([exitCode, text]).toEqual([0, expect.stringContaining('Read back ')]);
  });
  afterAll(() => site.remove());

  test('says on no page a word of the site in English', async () => {
    const pages = (await glob('**/*.html', { cwd: site.dist })).filter(page => !page.startsWith('pagefind/'));
    expect(pages.length).toBeGreaterThan(8);
    const found: Record<string, readonly string[]> = {};
    for (const page of pages) {
      const html = await readFile(join(site.dist, page), 'utf8');
      expect([page, load(html)('html').attr('lang')]).toEqual([page, 'de']);
      const english = englishIn(html);
      if (english.length > 0) found[page] = english;
    }
    expect(found).toEqual({});
  });
});

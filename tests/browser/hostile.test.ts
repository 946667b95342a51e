import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';
import { readFences } from '../../src/site/audit/page/read-fences.ts';
import { type Browsing, browse, open, type Watched } from './browse.ts';

/** What a sample prints, as Python writes it, to be more than output. */
const PRINTS = [
  '<script>owned = 1</script><script src=x>',
  String.raw`<img src=x onerror=\"owned = 1\"><svg onload=owned=1>`,
  String.raw`</samp></pre></figure><h1>out</h1><a href=\"javascript:owned=1\">click</a>`,
  '<!-- <![CDATA[ --> &amp; &lt;b&gt; &#0; &notit;',
  String.raw`{expression} {owned = 1} {1 + 1} <Example file=\"x\" /> {/* comment */}`,
  '`${owned = 1}` ``` ````python',
  String.raw`\x1b[31mred\x1b[0m \x1b[1;44mbold\x1b[m \x1b[38;2;1;2;3mtrue colour\x1b[0m`,
  'long '.repeat(200),
];

const SOURCE = `"""${'<script>owned = 1</script> </code></pre> {owned} ${owned}'}"""
# /// script
# [tool.verbatim]
# title = "</title><script>owned = 1</script><b onclick='owned = 1'> {owned}"
# ///
# <img src=x onerror="owned = 1"> &amp; \`\${owned}\`
${PRINTS.map(text => `print("${text}")`).join('\n')}
print("value <b>5 & 4</b> end")
`;

const ARTICLE = `---
title: "<script>owned = 1</script> & </title> ]]>"
summary: "<img src=x onerror='owned = 1'> and </meta>"
level: Beginner
order: 3
updated: 2026-11-01
---

It printed <Value file="basics/attack.py" match="value <b>(.+)</b> end">5 & 4</Value>.

<Example file="basics/attack.py" />
`;

describe('what a sample prints is shown and never executed', () => {
  let site: SiteCopy;
  let browsing: Browsing;
  let recording: string;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    await writeFile(join(site.root, 'examples/basics/attack.py'), SOURCE);
    await writeFile(join(site.root, 'content/advanced/attack.mdx'), ARTICLE);
    const recorded = await site.run('record', ['basics/attack', '--yes', '--runs', '1']);
    expect([recorded.exitCode, recorded.text]).toEqual([0, expect.stringContaining('1 recorded')]);
    const built = await site.run('build');
    expect([built.exitCode, built.text]).toEqual([0, expect.any(String)]);
    recording = await readFile(join(site.root, 'examples/basics/attack.out'), 'utf8');
    browsing = await browse(site.root);
  });
  afterAll(async () => {
    await browsing?.close();
    await site.remove();
  });

  const PAGES = ['/advanced/attack/', '/examples/basics/attack/', '/', '/verified/'];

  test.for(PAGES)(
    'on %s: no script runs, no dialog opens, nothing is blocked because nothing is tried',
    async path => {
      const { page, complaints, requests } = await openWatched(path);
      expect(await page.evaluate(() => 'owned' in window)).toBe(false);
      expect(await page.locator('a[href^="javascript:" i], [onerror], [onload], [onclick]').count()).toBe(0);
      expect(await page.locator('pre :is(script, img, svg, a, h1), title script').count()).toBe(0);
      expect(complaints).toEqual([]);
      expect(requests.filter(url => !url.startsWith(browsing.origin) && !url.startsWith('data:'))).toEqual(
        [],
      );
      await page.context().close();
    },
  );

  test('the page shows what was printed, less its escape sequences of color', async () => {
    const { page } = await openWatched('/advanced/attack/');
    expect(
      await page
        .locator('[data-output="basics/attack"]')
        .first()
        .evaluate(block => block.textContent),
    ).toBe(stripVTControlCharacters(recording));
    expect(await page.locator('[data-value="basics/attack"]').textContent()).toBe('5 & 4');
    expect(await page.locator('h1').first().textContent()).toContain('<script>owned = 1</script> & </title>');
    expect(await page.title()).toContain('<script>owned = 1</script> & </title>');
    expect(
      await page
        .locator('[data-code="basics/attack"]')
        .first()
        .evaluate(block => block.textContent),
    ).toContain('# <img src=x onerror="owned = 1"> &amp; `${owned}`');
    await page.context().close();
  });

  test('its Markdown edition holds the output in a fence that the output cannot end', async () => {
    const edition = await readFile(join(site.dist, 'advanced/attack.md'), 'utf8');
    const output = readFences(edition).find(({ facts }) => 'output' in facts);
    expect(output?.text).toBe(stripVTControlCharacters(recording));
  });

  test('feeds, lists and structured data hold the same texts, and no markup of theirs', async () => {
    const feed = load(await readFile(join(site.dist, 'rss.xml'), 'utf8'), { xml: true });
    const texts = (name: string): string[] =>
      feed(`item > ${name}`)
        .toArray()
        .map(element => feed(element).text());
    expect(texts('title')).toContain('<script>owned = 1</script> & </title> ]]>');
    expect(texts('description').map(html => load(html).text())).toContain(
      "<img src=x onerror='owned = 1'> and </meta>",
    );
    expect(feed('item *:not(title, link, guid, description, pubDate, category)').length).toBe(0);
    const html = await readFile(join(site.dist, 'advanced/attack/index.html'), 'utf8');
    const data = load(html)('script[type="application/ld+json"]').text();
    expect((JSON.parse(data) as { '@graph': { headline: string }[] })['@graph'][0]?.headline).toBe(
      '<script>owned = 1</script> & </title> ]]>',
    );
    const sitemap = await readFile(join(site.dist, 'sitemap-0.xml'), 'utf8');
    expect(load(sitemap, { xml: true })('urlset > url > loc').length).toBeGreaterThan(3);
    expect(await readFile(join(site.dist, 'llms.txt'), 'utf8')).not.toMatch(/(?<!\\)<(?:script|img)/);
  });

  async function openWatched(path: string): Promise<Watched> {
    const watched = await open(browsing, path);
    watched.page.on('dialog', dialog => {
      watched.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return watched;
  }
});

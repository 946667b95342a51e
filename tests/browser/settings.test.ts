import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';
import { type Browsing, browse, layoutShift, open, quiet, sideways } from './browse.ts';

const PAGE = '/advanced/good/';

/** One site, for which everything is set otherwise than for the others. */
let site: SiteCopy;
let browsing: Browsing;
beforeAll(async () => {
  site = await copySite('tests/fixtures/site');
  const settings = join(site.root, 'src/site.config.ts');
  const text = await readFile(settings, 'utf8');
  await writeFile(
    settings,
    text
      .replace(/^ {2}socialCards: true.*$/m, '  socialCards: false,')
      .replace(
        'repository: undefined',
        "repository: 'https://example.org/us/site/edit/main/', issues: 'https://example.org/us/site/issues/new'",
      ),
  );
  const built = await site.run('build', [], { ADVERTISEMENTS: 'on' });
  expect([built.exitCode, built.text]).toEqual([0, expect.any(String)]);
  browsing = await browse(site.root);
});
afterAll(async () => {
  await browsing.close();
  await site.remove();
});

test.for([
  { width: 320, head: [320, 50], text: [300, 250] },
  { width: 1440, head: [728, 90], text: [336, 280] },
])(
  'at $width px, advertisements keep the space that is theirs, labelled; nothing shifts or sticks out',
  async ({ width, head, text }) => {
    const { page, requests } = await open(browsing, PAGE, { viewport: { width, height: 900 } });
    await quiet(page);
    for (const [place, [wide, high]] of [
      ['head', head],
      ['text', text],
    ] as const) {
      const box = await page.locator(`.advertisement.${place} a`).boundingBox();
      expect([box?.width, box?.height]).toEqual([wide, high]);
      expect(await page.locator(`.advertisement.${place}`).innerText()).toMatch(/^Advertisement/);
    }
    expect(await layoutShift(page)).toBe(0);
    expect(await sideways(page)).toBe(0);
    expect(requests.filter(url => !url.startsWith(browsing.origin))).toEqual([]);
    await page.context().close();
  },
);

test('advertisements are hidden in print and hold no script', async () => {
  const { page } = await open(browsing, PAGE);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.advertisement:visible').count()).toBe(0);
  const $ = load(await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8'));
  expect($('.advertisement').length).toBe(2);
  expect($('.advertisement script').length).toBe(0);
  await page.context().close();
});

test('a page obeys nothing of what a program printed', async () => {
  const { page, complaints } = await open(browsing, PAGE);
  expect(await page.title()).toBe('A good page · Verbatim');
  expect(complaints).toEqual([]);
  const text = await page.locator('pre[data-output="basics/hostile"]').textContent();
  expect(text).toContain('<img src=x onerror="document.title = \'owned\'">');
  expect(text).toContain('bold and <!-- hidden -->');
  await page.context().close();
});

test('one line of the settings turns social cards off: no file, tag or address of one is left', async () => {
  const entries = await readdir(site.dist, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const pages = files.filter(file => file.endsWith('.html'));
  expect(files.filter(file => file.startsWith(join(site.dist, 'og')))).toEqual([]);
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages)
    expect([page, /og:image|\/og\//.test(await readFile(page, 'utf8'))]).toEqual([page, false]);
  const article = await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8');
  expect(article).not.toMatch(/og:image|"image":|summary_large_image|\/og\//);
  expect(article).toContain('<meta property="og:title"');
});

test('an article of a site whose sources can be edited leads to its file', async () => {
  const $ = load(await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8'));
  expect($('.sources a').first().attr('href')).toBe(
    'https://example.org/us/site/edit/main/content/advanced/good.mdx',
  );
});

test('below an article, a link opens a form that names the page, its section and the commit; nothing is sent', async () => {
  const { page, requests } = await open(browsing, PAGE);
  const link = page.getByRole('link', { name: /^Was this clear\?/ });
  const form = async (): Promise<URL> => new URL((await link.getAttribute('href')) ?? '');
  const url = await form();
  expect(url.origin + url.pathname).toBe('https://example.org/us/site/issues/new');
  expect(url.searchParams.get('title')).toBe('Not clear: A good page');
  expect(url.searchParams.get('body')).toMatch(
    /^Page: https:\/\/verbatim\.example\/advanced\/good\/\n(?:Commit: [0-9a-f]{40}\n)?\nWhat is not clear\?\n$/,
  );
  await page.evaluate(() => {
    document.addEventListener('click', event => event.preventDefault());
    location.hash = 'fences';
  });
  await link.click();
  await link.click();
  expect((await form()).searchParams.get('body')).toMatch(/^Page: \S+\/advanced\/good\/#fences\n/);
  expect(requests.filter(asked => !asked.startsWith(browsing.origin))).toEqual([]);
  await page.context().close();
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';
import { type Browsing, browse, layoutShift, open, quiet } from './browse.ts';

const PAGE = '/advanced/good/';

let site: SiteCopy;
let browsing: Browsing;
beforeAll(async () => {
  site = await copySite('tests/fixtures/site');
  const { exitCode, text } = await site.run('build', [], { ADVERTISEMENTS: 'on' });
  expect([exitCode, text]).toEqual([0, expect.any(String)]);
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
  'at $width px the slots keep the space that is theirs, labelled, and nothing shifts or sticks out',
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
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    expect(requests.filter(url => !url.startsWith(browsing.origin))).toEqual([]);
    await page.context().close();
  },
);

test('the slots are hidden in print and hold no script', async () => {
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
  expect(text).toContain('over\rwritten');
  await page.context().close();
});

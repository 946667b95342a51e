import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsAndFaintIn } from './axe.ts';
import { type Browsing, browse, layoutShift, open, quiet } from './browse.ts';

let browsing: Browsing;
let examples: readonly {
  readonly id: string;
  readonly verdict: string;
  readonly variants: readonly unknown[];
}[];
beforeAll(async () => {
  browsing = await browse(process.cwd());
  ({ examples } = JSON.parse(await readFile('dist/verified.json', 'utf8')) as { examples: typeof examples });
});
afterAll(() => browsing.close());

test('on the page of all counts, examples are found by parts of their names, from a list that is loaded then', async () => {
  const { page, requests, complaints } = await open(browsing, '/verified/');
  await quiet(page);
  expect(requests.filter(url => url.endsWith('.json'))).toEqual([]);
  await page.getByLabel('Find an example').fill('ACC lock');
  await page.getByRole('link', { name: 'locks/account', exact: true }).waitFor();
  expect(await page.locator('.finder .search-status').textContent()).toMatch(/^\d+ examples? found\.$/);
  expect(requests.filter(url => url.endsWith('/pages.json'))).toHaveLength(1);
  await page.getByRole('link', { name: 'locks/account', exact: true }).click();
  await page.waitForURL(/\/examples\/locks\/account\/$/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the examples of a topic are filtered by name, verdict, version and promise', async () => {
  const { page } = await open(browsing, '/verified/locks/');
  const all = examples.filter(({ id }) => id.startsWith('locks/'));
  const rows = page.locator('tbody tr:visible');
  expect(await rows.count()).toBe(all.length);
  const box = page.getByLabel('Find an example');
  await box.fill('verified 3.13 variant');
  await page.getByText(/^\d+ of \d+$/).waitFor();
  const withVariants = all.filter(each => each.verdict === 'verified' && each.variants.length > 0).length;
  expect(await rows.count()).toBe(withVariants);
  expect(await page.locator('.finder .search-status').textContent()).toBe(`${withVariants} of ${all.length}`);
  await box.fill('account');
  expect(await rows.first().textContent()).toContain('account');
  await box.fill('');
  expect(await rows.count()).toBe(all.length);
  await page.context().close();
});

test('of the examples of a promise, headings go with what is below them, and are searched too', async () => {
  const { page } = await open(browsing, '/verified/promise-bytes/');
  await page.getByLabel('Find an example').fill('futures');
  await page.getByText(/^\d+ of \d+$/).waitFor();
  expect(await page.locator('section:visible h2').allTextContents()).toEqual(['futures']);
  expect(await page.locator('section li:visible').count()).toBeGreaterThan(5);
  await page.context().close();
});

test('without scripts, the lists are whole, and there is no box that does nothing', async () => {
  for (const path of ['/verified/', '/verified/locks/', '/verified/promise-bytes/', '/404.html']) {
    const { page } = await open(browsing, path, { javaScriptEnabled: false });
    expect([path, await page.locator('.finder:visible, input:visible').count()]).toEqual([path, 0]);
    await page.context().close();
  }
  const { page } = await open(browsing, '/verified/', { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'locks', exact: true }).click();
  expect(await page.locator('tbody tr:visible').count()).toBe(
    examples.filter(({ id }) => id.startsWith('locks/')).length,
  );
  await page.context().close();
});

test('a missing page proposes the nearest ones; other pages do not ask for the list', async () => {
  const { page, complaints } = await open(browsing, '/advanced/lock/');
  await page.getByRole('link', { name: /Locks/ }).first().waitFor();
  expect(await page.locator('.nearest a').first().getAttribute('href')).toBe('/advanced/locks/');
  expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
  expect(await violationsAndFaintIn(page)).toEqual([]);
  await page.goto(`${browsing.origin}/advanced/%3Cimg%20src=x%20onerror=alert(1)%3E/`);
  await quiet(page);
  expect(await page.locator('img').count()).toBe(0);
  await page.context().close();
  const { page: article, requests } = await open(browsing, '/advanced/locks/');
  await quiet(article);
  expect(requests.filter(url => url.includes('pages.json'))).toEqual([]);
  await article.context().close();
});

test('where nothing is near, a missing page leads to the tracks', async () => {
  const { page } = await open(browsing, '/zzqqxx/');
  await quiet(page);
  expect(await page.locator('.nearest').textContent()).toBe('No page has an address like this one.');
  expect(await page.locator('.proposals a').count()).toBeGreaterThan(0);
  await page.context().close();
});

test('what comes late has its place, so nothing shifts', async () => {
  for (const path of ['/verified/', '/verified/locks/', '/advanced/lock/', '/zzqqxx/'])
    for (const width of [320, 1440]) {
      const { page } = await open(browsing, path, { viewport: { width, height: 900 } });
      await quiet(page);
      expect([path, width, await layoutShift(page)]).toEqual([path, width, 0]);
      await page.context().close();
    }
});

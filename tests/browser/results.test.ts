import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';
import { violationsAndFaintIn } from './axe.ts';
import { browse, type Browsing } from './browse.ts';

let site: SiteCopy;
let browsing: Browsing;
beforeAll(async () => {
  site = await copySite('tests/fixtures/results');
  const { exitCode, text } = await site.run('build');
  expect([exitCode, text]).toEqual([0, expect.any(String)]);
  browsing = await browse(site.root);
});
afterAll(async () => {
  await browsing.close();
  await site.remove();
});

test.for([
  [320, 'light'],
  [320, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)('a hang and a race can be read at %i px, %s', async ([width, colorScheme]) => {
  const page = await browsing.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(`${browsing.origin}/advanced/results/`);
  expect(await violationsAndFaintIn(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  const bar = page.locator('.outcomes .bar').first();
  const [whole, share] = [await bar.boundingBox(), await bar.locator('.share').boundingBox()];
  const [count, runs] = ['data-count', 'data-runs'].map(name =>
    page.locator('.outcomes .often').first().getAttribute(name),
  );
  expect((share?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(Number(await count) / Number(await runs), 1);
  await page.close();
});

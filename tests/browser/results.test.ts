import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsAndFaintIn } from './axe.ts';
import { browseFixture, sideways } from './browse.ts';

let browsing: Awaited<ReturnType<typeof browseFixture>>;
beforeAll(async () => {
  browsing = await browseFixture('tests/fixtures/results');
});
afterAll(() => browsing.close());

test.for([
  [320, 'light'],
  [320, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)('a hang and a race can be read at %i px, %s', async ([width, colorScheme]) => {
  const page = await browsing.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(`${browsing.origin}/advanced/results/`);
  expect(await violationsAndFaintIn(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  const bar = page.locator('.outcomes .bar').first();
  const [whole, share] = [await bar.boundingBox(), await bar.locator('.share').boundingBox()];
  const [count, runs] = ['data-count', 'data-runs'].map(name =>
    page.locator('.outcomes .often').first().getAttribute(name),
  );
  expect((share?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(Number(await count) / Number(await runs), 1);
  await page.close();
});

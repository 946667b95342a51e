import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsAndFaintIn } from './axe.ts';
import { browseFixture, layoutShift, open, quiet, sideways } from './browse.ts';

let browsing: Awaited<ReturnType<typeof browseFixture>>;
beforeAll(async () => {
  browsing = await browseFixture('tests/fixtures/artifacts');
});
afterAll(() => browsing.close());

const PAGE = '/advanced/artifacts/';

test.for([
  [320, 'light'],
  [320, 'dark'],
  [768, 'light'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)('pictures, tables and texts can be read at %i px, %s', async ([width, colorScheme]) => {
  const { page, complaints } = await open(browsing, PAGE, { viewport: { width, height: 900 }, colorScheme });
  expect(await violationsAndFaintIn(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  // Plots are drawn for white paper.
  const paper = page.locator('.artifact .paper').first();
  expect(await paper.evaluate(element => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.for([320, 1440])(
  'at %i px, a picture has its place before it is there, and its own shape',
  async width => {
    const { page } = await open(browsing, PAGE, { viewport: { width, height: 900 } });
    for (const picture of await page.locator('.paper img:visible').all()) {
      await picture.scrollIntoViewIfNeeded();
      const own = await picture.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        const { naturalWidth, naturalHeight } = image;
        const { width: shown, height } = image.getBoundingClientRect();
        return { name: image.src.replace(/.*\//, ''), ratio: naturalWidth / naturalHeight, shown, height };
      });
      expect([own.name, own.shown <= width]).toEqual([own.name, true]);
      // The height of a flat picture is rounded.
      expect([own.name, Math.abs(own.height - own.shown / own.ratio) < 1]).toEqual([own.name, true]);
    }
    await quiet(page);
    expect(await layoutShift(page)).toBe(0);
    await page.context().close();
  },
);

test('a wide table scrolls by itself, and a keyboard reaches it', async () => {
  const { page } = await open(browsing, PAGE, { viewport: { width: 320, height: 900 } });
  const table = page.getByRole('region', { name: 'Table rows.csv of shapes', exact: true });
  await table.focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => (document.activeElement?.scrollTop ?? 0) > 0);
  // The head stays.
  const [head, box] = [await table.locator('th').first().boundingBox(), await table.boundingBox()];
  expect(Math.round((head?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(2);
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Number', 'Square']);
  await page.context().close();
});

test('the tab of a variant shows what the variant left', async () => {
  const { page } = await open(browsing, PAGE);
  const picture = page
    .locator('figure')
    .first()
    .getByRole('img', { name: 'A circle in a "frame" & nothing <else>' });
  expect(await picture.getAttribute('src')).toBe('/examples/drawn/shapes/plot.svg');
  await page.getByText('With a square', { exact: true }).first().click();
  expect(await picture.getAttribute('src')).toBe('/examples/drawn/shapes.with-a-square/plot.svg');
  await page.context().close();
});

test('a picture is downloaded with its own bytes, and its address runs nothing', async () => {
  const { page } = await open(browsing, PAGE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download plot.svg of shapes', exact: true }).click(),
  ]);
  const recorded = join('tests/fixtures/artifacts/examples/drawn/shapes.plot.svg');
  expect(await readFile(await download.path())).toEqual(await readFile(recorded));
  expect(download.suggestedFilename()).toBe('plot.svg');
  const response = await page.goto(`${browsing.origin}/examples/drawn/shapes/plot.svg`);
  expect(response?.headers()['content-security-policy']).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  );
  // Its own styles draw it.
  const fill = page.locator('circle').evaluate(element => getComputedStyle(element).fill);
  expect(await fill).toBe('rgb(11, 107, 80)');
  await page.context().close();
});

test('on paper, a table does not scroll, and nothing offers a download', async () => {
  const { page } = await open(browsing, PAGE);
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('region', { name: 'Table rows.csv of shapes', exact: true });
  expect(await table.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  expect(await page.locator('.artifact .get:visible').count()).toBe(0);
  await page.context().close();
});

test('the search finds a picture by what it shows, and a table by its cells', async () => {
  const { page } = await open(browsing, '/');
  for (const [words, excerpt] of [
    ['band from green to brown', 'band'],
    ['2401', '2401'],
  ] as const) {
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('dialog').locator('mark').first().waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain(excerpt);
    await page.keyboard.press('Escape');
  }
  await page.context().close();
});

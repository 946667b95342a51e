import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsAndFaintIn } from './axe.ts';
import { browseFixture, layoutShift, open, quiet, sideways } from './browse.ts';

let browsing: Awaited<ReturnType<typeof browseFixture>>;
beforeAll(async () => {
  browsing = await browseFixture('tests/fixtures/pictures');
});
afterAll(() => browsing.close());

const PAGE = '/advanced/pictures/';

describe('pictures, formulas and diagrams', () => {
  test.for([
    [320, 'light', 'none'],
    [320, 'dark', 'none'],
    [768, 'light', 'none'],
    [1440, 'dark', 'none'],
    [1440, 'light', 'active'],
  ] as const)('can be read at %i px, %s, forced colors %s', async ([width, colorScheme, forcedColors]) => {
    const viewport = { width, height: 900 };
    const { page, complaints } = await open(browsing, PAGE, { viewport, colorScheme, forcedColors });
    expect(await violationsAndFaintIn(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    const wide = await page.locator('.prose :is(img, .drawn):visible').evaluateAll(elements =>
      elements.flatMap(element => {
        const column = element.closest('td, li, .callout, details, .prose') ?? document.body;
        return element.getBoundingClientRect().right > column.getBoundingClientRect().right + 1
          ? element.outerHTML
          : [];
      }),
    );
    expect(wide).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.for([320, 1440])('keep their places while they load, at %i px', async width => {
    const { page } = await open(browsing, PAGE, { viewport: { width, height: 900 } });
    for (const picture of await page.locator('.prose img:visible').all()) {
      await picture.scrollIntoViewIfNeeded();
      const { ratio, shown } = await picture.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        const { width: across, height } = image.getBoundingClientRect();
        return { ratio: image.naturalWidth / image.naturalHeight, shown: { across, height } };
      });
      expect(Math.abs(shown.height - shown.across / ratio)).toBeLessThan(1);
    }
    await quiet(page);
    expect(await layoutShift(page)).toBe(0);
    await page.context().close();
  });

  test.for([
    ['light', '', 'road.'],
    ['dark', '', 'road.dark.'],
    ['light', 'dark', 'road.dark.'],
    ['dark', 'light', 'road.'],
  ] as const)(
    'on a %s system with the theme "%s", only %s is shown and loaded',
    async ([colorScheme, theme, name]) => {
      const { origin } = browsing;
      const localStorage = theme === '' ? [] : [{ name: 'theme', value: theme }];
      const storageState = { cookies: [], origins: [{ origin, localStorage }] };
      const { page, requests } = await open(browsing, PAGE, { colorScheme, storageState });
      const shown = page.locator('figure.picture').first().locator('img:visible');
      await shown.scrollIntoViewIfNeeded();
      await shown.evaluate((image: HTMLImageElement) => image.decode());
      const file = (url: string): string => url.replace(/^.*\//, '').replace(/[\w-]{8}(?:_\w+)?\.svg$/, '');
      expect(file((await shown.getAttribute('src')) ?? '')).toBe(name);
      const loaded = requests.map(file).filter(each => each.startsWith('road.'));
      expect([...new Set(loaded)]).toEqual([name]);
      await page.emulateMedia({ media: 'print', colorScheme });
      expect(
        await page.locator('figure.picture').first().locator('img:visible').getAttribute('src'),
      ).not.toContain('.dark.');
      await page.context().close();
    },
  );

  test('that are too wide for a phone scroll by themselves, and a keyboard reaches them', async () => {
    const { page } = await open(browsing, PAGE, { viewport: { width: 320, height: 900 } });
    for (const name of ['Formula', 'Diagram']) {
      const drawn = page.getByRole('group', { name, exact: true }).first();
      await drawn.focus();
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(() => drawn.evaluate(element => element.scrollLeft), { timeout: 20_000 })
        .toBeGreaterThan(0);
    }
    await page.context().close();
  });

  test('say what they show', async () => {
    const { page } = await open(browsing, PAGE);
    const name = 'Work goes from a queue to three threads';
    expect(await page.getByRole('img', { name, exact: true }).count()).toBe(1);
    const { height, width } = (await page.locator('math').first().boundingBox()) ?? { height: 0, width: 0 };
    expect(height).toBeGreaterThan(10);
    expect(width).toBeGreaterThan(10);
    await page.context().close();
  });
});

import { glob } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, browse } from './browse.ts';

/** Reads the `dist/` that the build before the tests wrote. */
let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse('.');
});
afterAll(() => browsing.close());

/** The narrowest screen that WCAG 2.2 asks for: https://www.w3.org/TR/WCAG22/#reflow */
const WIDTH = 320;

test(`no page of the site is wider than ${WIDTH} px`, async () => {
  const files = await glob('**/*.html', { cwd: 'dist' });
  expect(files.length).toBeGreaterThan(10);
  const context = await browsing.browser.newContext({ viewport: { width: WIDTH, height: 800 } });
  const page = await context.newPage();
  // Sizes are those of the markup: no page waits for a picture.
  await page.route(/\.(?:png|webp|jpe?g|gif|avif|svg)(?:\?|$)/, route => route.abort());
  const wide: string[] = [];
  for (const file of files.sort()) {
    await page.goto(`${browsing.origin}/${file.replace(/index\.html$/, '')}`, {
      waitUntil: 'domcontentloaded',
    });
    const element = await page.evaluate(width => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      if (document.documentElement.scrollWidth <= width) return undefined;
      const clips = (each: Element | null): boolean =>
        each !== null && (getComputedStyle(each).overflowX !== 'visible' || clips(each.parentElement));
      const found = [...document.querySelectorAll('body *')].findLast(
        each => each.getBoundingClientRect().right > width + 1 && !clips(each.parentElement),
      );
      return `${document.documentElement.scrollWidth} px: ${(found ?? document.body).outerHTML.slice(0, 200)}`;
    }, WIDTH);
    if (element !== undefined) wide.push(`${file} is ${element}`);
  }
  await context.close();
  expect(wide).toEqual([]);
});

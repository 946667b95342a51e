import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleFiles } from '../../src/site/article/article-files.ts';
import { articleUrl, VERIFIED_URL } from '../../src/site/routes.ts';
import { site } from '../../src/site.config.ts';
import { faintIn, violationsAndFaintIn } from './axe.ts';
import { type Browsing, browse, layoutShift, open, quiet } from './browse.ts';

/** One page of each kind. These tests hold for any site, with any settings and colors. */
const [article = ''] = await articleFiles(process.cwd());
const PAGES = ['/', articleUrl(article), VERIFIED_URL, '/404.html'];

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

test.for(PAGES.flatMap(path => [320, 1440].map(width => ({ path, width }))))(
  '$path at $width px: everything can be read, light and dark, and nothing shifts or sticks out',
  async ({ path, width }) => {
    const viewport = { width, height: 900 };
    const { page, complaints } = await open(browsing, path, { viewport, colorScheme: 'light' });
    await quiet(page);
    expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
    expect(await layoutShift(page)).toBe(0);
    const overflow = (): number =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await page.title()).toContain(site.title);
    expect(await page.locator('html').getAttribute('lang')).toBe(site.language);
    expect(await violationsAndFaintIn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faintIn(page)).toEqual([]);
    await page.context().close();
  },
);

import { readdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleFiles } from '../../src/site/article/article-files.ts';
import { articleUrl, trackOf, trackUrl, VERIFIED_URL } from '../../src/site/routes.ts';
import { site } from '../../src/site.config.ts';
import { faintIn, MODES, violationsAndFaintIn, violationsOf } from './axe.ts';
import { type Browsing, browse, layoutShift, open, quiet, sideways } from './browse.ts';

/** One page of each kind. These tests hold for any site, with any settings and colors. */
const [article = ''] = await articleFiles(process.cwd());
/** The examples of a topic, and those of a version. */
const groups = (await readdir('dist/verified', { withFileTypes: true })).filter(each => each.isDirectory());
const lists = [/^[a-z_]+$/, /^\d/].flatMap(name => groups.find(each => name.test(each.name)) ?? []);
const LISTS = lists.map(({ name }) => `${VERIFIED_URL}${name}/`);
const PAGES = ['/', trackUrl(trackOf(article)), articleUrl(article), VERIFIED_URL, ...LISTS, '/404.html'];

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

// Most of their time they wait for the network.
test.concurrent.for(PAGES.flatMap(path => [320, 768, 1440].map(width => ({ path, width }))))(
  '$path at $width px, light and dark: nothing shifts, sticks out, complains or comes from elsewhere',
  async ({ path, width }) => {
    const { page, complaints, requests } = await open(browsing, path, { viewport: { width, height: 900 } });
    await quiet(page);
    expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
    expect(requests.filter(url => !url.startsWith(browsing.origin))).toEqual([]);
    expect(await layoutShift(page)).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await sideways(page)]).toEqual([colorScheme, 0]);
    }
    expect(await page.title()).toContain(site.title);
    expect(await page.locator('html').getAttribute('lang')).toBe(site.language);
    await page.context().close();
  },
);

describe.for(PAGES)('%s, opened once, to axe,', path => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await open(browsing, path, { viewport: { width: 320, height: 900 } }));
  });
  afterAll(() => page.context().close());

  test('has no violation of WCAG 2.2 AA at 320 px, and at 1440 px no faint text either', async () => {
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await violationsAndFaintIn(page)).toEqual([]);
  });

  test.for(MODES)('has no faint text in $colorScheme with forced colors $forcedColors', async mode => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia(mode);
    expect(await faintIn(page)).toEqual([]);
  });
});

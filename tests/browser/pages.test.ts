import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOf, settingsIn, siteLanguages } from '../../src/core/settings/site-languages.ts';
import { articleFiles } from '../../src/site/article/article-files.ts';
import {
  articleUrl,
  GLOSSARY_URL,
  NEW_URL,
  TAGS_URL,
  trackOf,
  trackUrl,
  VERIFIED_URL,
} from '../../src/site/routes.ts';
import { site } from '../../src/site.config.ts';
import { faintIn, MODES, violationsAndFaintIn, violationsOf } from './axe.ts';
import { type Browsing, browse, layoutShift, open, quiet, sideways } from './browse.ts';

const languages = siteLanguages(site);
const languageAt = (path: string): string => languageOf(path, languages);
const articles = (await articleFiles(process.cwd())).map(file => ({ file, url: articleUrl(file) }));
/** An article of a language. */
const articleIn = (language: string) =>
  articles.filter(({ url }) => languageAt(url) === language).slice(0, 1);

/** Names of the folders in a folder of the site; none if it has no such folder. */
const foldersIn = async (url: string): Promise<readonly string[]> =>
  existsSync(join('dist', url))
    ? (await readdir(join('dist', url), { withFileTypes: true }))
        .filter(each => each.isDirectory())
        .map(({ name }) => name)
    : [];
/** The examples of a topic, and those of a version. */
const groups = await foldersIn(VERIFIED_URL);
const LISTS = [/^[a-z_]+$/, /^\d/].flatMap(kind => groups.find(name => kind.test(name)) ?? []);
const TAGS = (await foldersIn(TAGS_URL)).slice(0, 1);
/** Pages that are there if articles ask for them: those of tags, terms, versions, and other languages. */
const ASKED = [
  ...[TAGS_URL, ...TAGS.map(name => `${TAGS_URL}${name}/`), GLOSSARY_URL, NEW_URL],
  ...languages.slice(1).flatMap(language => [`/${language}/`, ...articleIn(language).map(({ url }) => url)]),
].filter(url => existsSync(join('dist', url)));

/** One page of each kind. These tests hold for any site, with any settings and colors. */
const PAGES = [
  '/',
  ...articleIn(site.language).flatMap(({ file, url }) => [trackUrl(trackOf(file)), url]),
  ...[VERIFIED_URL, ...LISTS.map(name => `${VERIFIED_URL}${name}/`), ...ASKED, '/404.html'],
];

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
    expect(await page.title()).toContain(settingsIn(languageAt(path), site).title);
    expect(await page.locator('html').getAttribute('lang')).toBe(languageAt(path));
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

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCounts } from '../../src/core/contract/tables/outcomes.ts';
import { languageOf, siteLanguages } from '../../src/core/settings/site-languages.ts';
import { wordsOf } from '../../src/core/words/languages.ts';
import { articleFiles } from '../../src/site/article/article-files.ts';
import { articleUrl, downloadFile } from '../../src/site/routes.ts';
import { site } from '../../src/site.config.ts';
import { discover } from '../../src/runner/examples/discover-examples.ts';
import { faintIn, MODES, violationsAndFaintIn, violationsOf } from './axe.ts';
import { type Browsing, browse, layoutShift, open, quiet, sideways, styled } from './browse.ts';

const ARTICLE = '/advanced/multithreading/';
/** Kinds of pages that only this site has, or with more on them. `pages.test.ts` looks at the others. */
const PAGES = [ARTICLE, '/writing/contracts/', '/examples/threading/first_threads/'];
const WIDTHS = [320, 768, 1440];
const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1280, height: 800 };

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

describe.for(PAGES)('%s', path => {
  // Most of their time they wait for the network.
  test.concurrent.for(WIDTHS)(
    'at %i px, light and dark: nothing sticks out, shifts, complains or comes from elsewhere',
    async width => {
      const { page, complaints, requests } = await open(browsing, path, { viewport: { width, height: 800 } });
      await quiet(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([colorScheme, await sideways(page)]).toEqual([colorScheme, 0]);
      }
      expect(complaints).toEqual([]);
      expect(requests.filter(url => !url.startsWith(browsing.origin))).toEqual([]);
      expect(await layoutShift(page)).toBe(0);
      await page.context().close();
    },
  );

  describe('opened once, to axe:', () => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await open(browsing, path, { viewport: NARROW }));
    });
    afterAll(() => page.context().close());

    test('at 320 px: no violation of WCAG 2.2 AA', async () => {
      await page.setViewportSize(NARROW);
      expect(await violationsOf(page)).toEqual([]);
    });

    test('at 1280 px: no violation of WCAG 2.2 AA, and no faint text in light', async () => {
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      expect(await violationsAndFaintIn(page)).toEqual([]);
    });

    test.for(MODES)('no faint text in $colorScheme with forced colors $forcedColors', async mode => {
      await page.setViewportSize(WIDE);
      await page.emulateMedia(mode);
      expect(await faintIn(page)).toEqual([]);
    });
  });
});

test('at 320 px no article sticks out, and the sentence at its foot has its blanks', async () => {
  const { page } = await open(browsing, '/', { viewport: NARROW });
  const urls = (await articleFiles(process.cwd())).map(articleUrl);
  const found = [];
  for (const url of urls) {
    await page.goto(`${browsing.origin}${url}`);
    found.push([url, await sideways(page), await page.locator('.site-foot').innerText()]);
  }
  expect(urls.length).toBeGreaterThan(0);
  expect(found).toEqual(
    urls.map(url => {
      const { printed, verified } = wordsOf(languageOf(url, siteLanguages(site))).frame;
      return [url, 0, `${printed} ${verified}`];
    }),
  );
  await page.context().close();
});

test('the tracks of the home page stand apart from each other', async () => {
  const { page } = await open(browsing, '/', { viewport: NARROW });
  const gap = await page.evaluate(() => {
    const [first, second] = [...document.querySelectorAll('.track-card')].map(e => e.getBoundingClientRect());
    return (second?.top ?? 0) - (first?.bottom ?? 0);
  });
  expect(gap).toBeGreaterThan(16);
  await page.context().close();
});

describe('the multithreading article, opened once,', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await open(browsing, ARTICLE));
  });
  afterAll(() => page.context().close());

  test('shows the very bytes of each recording, as a browser reads them', async () => {
    const shown = await page.$$eval('pre[data-output]', blocks =>
      blocks.map(block => ({
        id: block.getAttribute('data-output'),
        tag: block.getAttribute('data-python'),
        lines: block.getAttribute('data-lines'),
        outcome: block.getAttribute('data-outcome'),
        text: block.textContent,
      })),
    );
    const [outcomes, outputs] = [true, false].map(isOutcome =>
      shown.filter(block => block.lines === null && (block.outcome !== null) === isOutcome),
    );
    expect(outputs?.length).toBeGreaterThanOrEqual(14);
    for (const { id, tag, text } of outputs ?? [])
      expect(`${id}\n${text}`).toBe(
        `${id}\n${await readFile(`examples/${id}${tag === null ? '' : `.${tag}`}.out`, 'utf8')}`,
      );
    expect(outcomes?.length).toBeGreaterThanOrEqual(4);
    for (const { id, outcome, text } of outcomes ?? []) {
      const counted = parseCounts(await readFile(`examples/${id}.outcomes.json`, 'utf8'));
      expect(text).toBe(counted?.outcomes[Number(outcome) - 1]?.prints);
    }
  });

  test('names its track, title, subtitle, level, reading time and date', async () => {
    expect(await page.locator('.article-head .track').innerText()).toBe('Advanced Python');
    expect(await page.locator('.article-head .track svg').count()).toBe(1);
    expect(await page.locator('h1').innerText()).toBe('Python Multithreading');
    expect(await page.locator('.subtitle').innerText()).toBe('Concurrent execution with threads');
    expect(await page.locator('.article-head .facts').innerText()).toMatch(
      /^\d+ min read\s+Advanced\s+Last changed \d+ \w+ \d{4}$/,
    );
  });

  test('labels code as Python and output as Output', async () => {
    expect(
      new Set(await page.locator('figure.example:not(:has(.what-happened)) .language').allTextContents()),
    ).toEqual(new Set(['Python']));
    expect(
      new Set(await page.locator('figure.example .panel.out .label span:first-child').allTextContents()),
    ).toEqual(new Set(['Output']));
  });

  test('has a table of contents whose links all lead somewhere', async () => {
    const missing = await page.$$eval('a[href^="#"]', links =>
      links
        .map(link => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
        .filter(id => document.getElementById(id) === null),
    );
    expect(missing).toEqual([]);
    expect(await page.locator('nav.toc a').count()).toBeGreaterThan(10);
  });
});

describe('the multithreading article', () => {
  test('reads the same without JavaScript', async () => {
    const { page } = await open(browsing, ARTICLE, { javaScriptEnabled: false });
    expect(await page.locator('pre[data-output] >> nth=0').innerText()).toContain('All downloads done');
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.context().close();
  });

  test('copies the whole file that ran, and says so', async () => {
    const { page } = await open(browsing, ARTICLE, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy first_threads', exact: true }).click();
    await page.getByText('Copied first_threads.py').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await readFile('examples/threading/first_threads.py', 'utf8'),
    );
    await page.context().close();
  });

  test('serves every file for download as the bytes that ran', async () => {
    const { examples } = await discover(process.cwd(), 'examples');
    for (const example of examples) {
      const { entry, files } = example;
      const file = downloadFile(example);
      const response = await fetch(`${browsing.origin}/${file}`);
      expect([
        file,
        Buffer.from(await response.arrayBuffer()).equals(files.get(entry) ?? new Uint8Array()),
      ]).toEqual([file, true]);
    }
  });

  test('switches between automatic, light and dark, and remembers it without a flash', async () => {
    const { page } = await open(browsing, ARTICLE, { colorScheme: 'light' });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    const button = page.getByRole('button', { name: /^Theme/ });
    expect(await button.innerText()).toBe('Theme: auto');
    await button.click();
    await button.click();
    expect(await button.innerText()).toBe('Theme: dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    // Notes the theme at the first moment at which the page has a body to paint.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.body === null) return;
        Object.assign(window, { firstTheme: document.documentElement.dataset.theme });
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload({ waitUntil: 'commit' });
    await styled(page);
    expect(await page.evaluate(() => (window as unknown as { firstTheme: unknown }).firstTheme)).toBe('dark');
    expect(await paper()).toBe(dark);
    await page.context().close();
  });

  test('works with the keyboard: the skip link is first, each block that scrolls has a name', async () => {
    const { page } = await open(browsing, ARTICLE, { viewport: { width: 320, height: 800 } });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    // What a race may print wraps, and does not scroll.
    const regions = await page.$$eval('figure.example pre:not([data-outcome])', blocks =>
      blocks.map(block => ({
        tabindex: block.getAttribute('tabindex'),
        name: block.getAttribute('aria-label'),
      })),
    );
    expect(regions.filter(({ tabindex }) => tabindex !== '0')).toEqual([]);
    expect(new Set(regions.map(({ name }) => name)).size).toBe(regions.length);
    await page.context().close();
  });
});

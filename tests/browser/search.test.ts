import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsAndFaintIn } from './axe.ts';
import { type Browsing, browse, open, type Watched } from './browse.ts';

const ARTICLE = '/advanced/multithreading/';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

test('nothing of the search is loaded before it is asked for', async () => {
  const { page, requests } = await open(browsing, ARTICLE);
  expect(requests.filter(url => /pagefind|search/.test(url))).toEqual([]);
  await page.context().close();
});

describe('of the words that are searched one after the other on a page,', () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await open(browsing, ARTICLE);
    await watched.page.keyboard.press('/');
  });
  afterAll(() => watched.page.context().close());

  test.for([
    ['ThreadPoolExec', 'ThreadPoolExecutor'],
    ['__main__', 'Why the main guard is needed'],
    ['as_completed', 'as_completed'],
    ['excepthook', 'Overlooking exceptions'],
    ['threaded', 'Free-threaded'],
    [':=', 'Queue'],
    ['@property', 'Testing'],
    ['+=', 'GIL'],
    ['__init__', 'classes/cooperative'],
    ['except*', 'aio/except_star'],
    ['->', 'decorators/'],
  ] as const)('%s is found', async ([term, title]) => {
    const { page, complaints } = watched;
    // What was found before is no longer there.
    await page.getByRole('searchbox').fill('');
    expect(await page.locator('.search-title').count()).toBe(0);
    await page.getByRole('searchbox').fill(term);
    await page.locator('.search-results a').filter({ hasText: title }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});

test('Control-K opens it, arrows walk through the results, Enter goes there, Escape closes it', async () => {
  const { page } = await open(browsing, ARTICLE);
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('deadlock');
  await page.locator('.search-results a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.locator('.search-results a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#deadlock$/);
  await page.context().close();
});

test('results tell code, sections and articles apart, and lead to the very place', async () => {
  const { page } = await open(browsing, ARTICLE);
  await page.keyboard.press('/');
  const kinds = page.locator('.search-kind');
  for (const [term, kind, href] of [
    ['except*', 'Code', '/advanced/asyncio/#except_star'],
    ['deadlock', 'Section', '/advanced/locks/#deadlock'],
    ['free-threaded builds', 'Section', '#'],
    ['Multithreading', 'Article', '/advanced/multithreading/'],
  ] as const) {
    await page.getByRole('searchbox').fill(term);
    const result = page.locator('.search-results a', { has: kinds.filter({ hasText: kind }) });
    await page
      .locator(`.search-results a[href*="${href}"]`, { has: kinds.filter({ hasText: kind }) })
      .first()
      .waitFor();
    expect(await result.first().textContent()).toMatch(new RegExp(`^${kind} `));
  }
  await page.context().close();
});

test('searches that led somewhere are offered again on the device, until the reader forgets them', async () => {
  const { page, complaints } = await open(browsing, ARTICLE);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('typed only');
  await page.getByRole('searchbox').fill('deadlock');
  await page.locator('.search-results a').first().click();
  await page.goto(`${browsing.origin}${ARTICLE}`);
  await page.keyboard.press('/');
  const recent = page.locator('.search-recent button');
  await recent.first().waitFor();
  expect(await recent.allTextContents()).toEqual(['deadlock', 'Forget them']);
  expect(await violationsAndFaintIn(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.search-results a').first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('deadlock');
  await page.getByRole('searchbox').fill('');
  await recent.last().click();
  expect(await recent.count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('searches'))).toBe('[]');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the search works where the browser keeps nothing', async () => {
  const { page, complaints } = await open(browsing, '/404.html');
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await page.goto(`${browsing.origin}${ARTICLE}`);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('deadlock');
  await page.locator('.search-results a').first().click();
  await page.waitForURL(/deadlock/);
  expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
  await page.context().close();
});

test('the buttons and the verdicts of figures are not searched', async () => {
  const { page } = await open(browsing, ARTICLE);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('Verified with CPython');
  await page.locator('.search-results a').first().waitFor();
  expect(await page.locator('.search-results').textContent()).not.toMatch(
    /CopyDownload|Verified with CPython 3/,
  );
  await page.context().close();
});

test('says so when nothing is found, and shows what is typed as text', async () => {
  const { page, complaints } = await open(browsing, ARTICLE);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('<qqzzxxqq>');
  await page.getByText('Nothing found for').waitFor();
  expect(await page.locator('dialog qqzzxxqq').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    ['__main__', 'Computing does not'],
    ['as_completed', 'as_completed'],
    ['excepthook', 'Overlooking exceptions'],
    ['threaded', 'Free-threaded'],
    [':=', 'Queue'],
    ['@property', 'Testing'],
    ['+=', 'GIL'],
  ] as const)('%s is found', async ([term, title]) => {
    const { page, complaints } = watched;
    // What was found before is no longer there.
    await page.getByRole('searchbox').fill('');
    expect(await page.locator('.search-title').count()).toBe(0);
    await page.getByRole('searchbox').fill(term);
    await page.locator('.search-title').filter({ hasText: title }).first().waitFor();
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

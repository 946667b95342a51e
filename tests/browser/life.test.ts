import { afterAll, beforeAll, expect, test } from 'vitest';
import { MODES, faintIn, violationsAndFaintIn, violationsOf } from './axe.ts';
import { type Browsing, browseFixture, layoutShift, open, quiet, sideways } from './browse.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browseFixture('tests/fixtures/life');
});
afterAll(() => browsing.close());

const PAGES = ['/advanced/two/', '/tags/', '/tags/threads/'];

test.for(PAGES.flatMap(path => [320, 768, 1440].map(width => ({ path, width }))))(
  '$path at $width px: nothing shifts, sticks out, complains or breaks a rule of WCAG 2.2 AA',
  async ({ path, width }) => {
    const { page, complaints, requests } = await open(browsing, path, { viewport: { width, height: 900 } });
    await quiet(page);
    expect(complaints).toEqual([]);
    expect(requests.filter(url => !url.startsWith(browsing.origin))).toEqual([]);
    expect(await layoutShift(page)).toBe(0);
    expect(await sideways(page)).toBe(0);
    await page
      .locator('.series summary')
      .click({ timeout: 500 })
      .catch(() => undefined);
    expect(await sideways(page)).toBe(0);
    expect(await (width === 320 ? violationsOf(page) : violationsAndFaintIn(page))).toEqual([]);
    for (const mode of MODES) {
      await page.emulateMedia(mode);
      expect([mode, await faintIn(page)]).toEqual([mode, []]);
    }
    await page.context().close();
  },
);

test('an old address leads to the article, with the anchor that was asked for', async () => {
  const { page } = await open(browsing, '/advanced/first/#short');
  await page.waitForURL(`${browsing.origin}/advanced/one/#short`);
  expect(await page.locator('h1').innerText()).toBe('The first part');
  await page.context().close();
});

test('without scripts, it leads there all the same', async () => {
  const { page } = await open(browsing, '/old/beginning/', { javaScriptEnabled: false });
  await page.waitForURL(`${browsing.origin}/advanced/one/`);
  expect(await page.locator('h1').innerText()).toBe('The first part');
  await page.context().close();
});

test('a series lists its parts when it is opened, without scripts too', async () => {
  const { page } = await open(browsing, '/advanced/two/', { javaScriptEnabled: false });
  const parts = page.locator('.series a');
  expect(await parts.first().isVisible()).toBe(false);
  await page.locator('.series summary').click();
  expect(await parts.allInnerTexts()).toEqual(['The first part', 'The second part']);
  await parts.first().click();
  await page.waitForURL('**/advanced/one/');
  await page.context().close();
});

test('a link to the id of a heading leads to it', async () => {
  const { page } = await open(browsing, '/advanced/one/');
  await page.getByRole('link', { name: 'the second part', exact: true }).click();
  await page.waitForURL('**/advanced/two/#own-id');
  expect(await page.locator('h2#own-id').innerText()).toBe('Going on');
  await page.context().close();
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES, faintIn, violationsOf } from './axe.ts';
import { type Browsing, browse, layoutShift, open, sideways } from './browse.ts';

const PREDICT = '/advanced/queues/';
const RIGHT = 'Queue: [2, 3, 1]\nLifoQueue: [1, 3, 2]\nPriorityQueue: [1, 2, 3]';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

/** What a page answers to a prediction. */
async function answered(page: Page, text: string): Promise<string> {
  await page.locator('.guess textarea').fill(text);
  const asked = page.waitForFunction(
    () => document.querySelector<HTMLButtonElement>('.guess button')?.disabled === false,
  );
  await page.locator('.guess button').click();
  await asked;
  await page.waitForFunction(() => document.querySelector('.guess [role=status]')?.textContent !== '');
  return (await page.locator('.guess [role=status]').textContent()) ?? '';
}

test('a prediction is answered by the recording, under the policy of the page', async () => {
  const { page, complaints } = await open(browsing, PREDICT, { viewport: { width: 320, height: 900 } });
  expect(await layoutShift(page)).toBe(0);
  expect(await answered(page, `${RIGHT}  \n\n`)).toBe('The same.');
  await page.locator('.guess textarea').fill('');
  const wrong = await answered(page, RIGHT.replace('[1, 3, 2]', '[3, 2, 1]'));
  await expect.poll(() => page.locator('.guess').getAttribute('data-verdict')).toBe('different');
  expect(wrong.length).toBeGreaterThan(0);
  expect(await page.locator('.guess ins').textContent()).toBe('Your prediction: +LifoQueue: [3, 2, 1]\n');
  expect([complaints, await sideways(page)]).toEqual([[], 0]);
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
});

test('without scripts, the output is folded below the code, and no field asks for it', async () => {
  const { page } = await open(browsing, PREDICT, { javaScriptEnabled: false });
  expect(await page.locator('.guess textarea').count()).toBe(0);
  const fold = page.locator('details:has([data-lesson=prints])');
  expect(await fold.locator('samp').isVisible()).toBe(false);
  await fold.locator('summary').click();
  expect(await fold.locator('samp').textContent()).toBe(`${RIGHT}\n`);
  await page.context().close();
});

test('a definition is there while its term has the focus, Escape closes it, and no script is needed', async () => {
  const { page } = await open(browsing, '/advanced/gil/', { viewport: { width: 320, height: 900 } });
  const term = page.locator('.term').first();
  const definition = term.locator('.definition');
  expect(await definition.isVisible()).toBe(false);
  await term.locator('a').focus();
  expect([await definition.isVisible(), await sideways(page)]).toEqual([true, 0]);
  await page.keyboard.press('Escape');
  expect(await definition.isVisible()).toBe(false);
  await page.context().close();
  const { page: plain } = await open(browsing, '/advanced/gil/', { javaScriptEnabled: false });
  await plain.locator('.term').first().hover();
  expect(await plain.locator('.term .definition').first().isVisible()).toBe(true);
  await plain.context().close();
});

test('a sheet shows the tables with their headings, and a link back to the article', async () => {
  const { page } = await open(browsing, '/advanced/gil/', { javaScriptEnabled: false });
  await page.locator('a[href="#tables-alone"]').click();
  const shown = page.locator('.prose > *').filter({ visible: true });
  const names = await shown.evaluateAll(all => all.map(each => each.tagName));
  expect(new Set(names)).toEqual(new Set(['H2', 'H3', 'DIV']));
  expect(await page.locator('.prose > .table').filter({ visible: true }).count()).toBe(3);
  await page.locator('.whole').click();
  expect(await page.locator('.prose > p').first().isVisible()).toBe(true);
  await page.context().close();
});

describe.for(['/glossary/', '/new/', '/changes/'])('the list %s', path => {
  test.for(MODES)('has no faint text in $colorScheme with forced colors $forcedColors', async mode => {
    const { page } = await open(browsing, path, { viewport: { width: 1440, height: 900 } });
    await page.emulateMedia(mode);
    expect(await faintIn(page)).toEqual([]);
    await page.context().close();
  });

  test.for([320, 768, 1440])('fits %i px, and has no violation of WCAG 2.2 AA', async width => {
    const { page, complaints } = await open(browsing, path, { viewport: { width, height: 900 } });
    expect([complaints, await sideways(page), await violationsOf(page)]).toEqual([[], 0, []]);
    await page.context().close();
  });
});

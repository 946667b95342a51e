import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { type Browsing, browse, browseFixture, layoutShift, open, sideways } from './browse.ts';

const ARTICLE = '/advanced/multithreading/';
const NOTED = '/advanced/locks/';
const PHONE = { width: 360, height: 800 };

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

/** How many blocks of a page a reader has to scroll sideways. */
const scrolling = (page: Page): Promise<number> =>
  page.$$eval(
    ':is(.example, .fence) pre',
    blocks => blocks.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
  );

describe('on a phone', () => {
  test('long lines wrap if a reader asks for it, on all pages, and nothing shifts when one is opened', async () => {
    const { page } = await open(browsing, ARTICLE, { viewport: PHONE });
    const before = await scrolling(page);
    expect(before).toBeGreaterThan(20);
    const button = page.locator('#first_threads').getByRole('button', { name: 'Wrap long lines' });
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.scrollIntoViewIfNeeded();
    const top = await button.evaluate(element => element.getBoundingClientRect().top);
    await button.click();
    expect([await scrolling(page), await sideways(page)]).toEqual([0, 0]);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    const now = await button.evaluate(element => element.getBoundingClientRect().top);
    expect(Math.abs(now - top)).toBeLessThan(2);
    expect(await violationsOf(page)).toEqual([]);

    await page.goto(`${browsing.origin}${NOTED}`);
    expect([await scrolling(page), await sideways(page), await layoutShift(page)]).toEqual([0, 0, 0]);
    await page.getByRole('button', { name: 'Wrap long lines' }).first().click();
    expect(await scrolling(page)).toBeGreaterThan(20);
    await page.context().close();
  });

  test('a wrapped line goes on behind its own indentation', async () => {
    const { page } = await open(browsing, NOTED, { viewport: PHONE });
    await page.evaluate(() => {
      document.documentElement.dataset.wrap = '';
    });
    const wrapped = await page.$$eval('.code code > .i8', lines =>
      lines.flatMap(line => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const [first, ...rest] = [...range.getClientRects()].filter(({ width }) => width > 1);
        const start = first?.left ?? 0;
        const below = rest.filter(({ top }) => top > (first?.top ?? 0) + 8).map(({ left }) => left - start);
        return below.length === 0 ? [] : [Math.min(...below)];
      }),
    );
    expect(wrapped.length).toBeGreaterThan(0);
    // Eight columns of 8.4 px, and two more.
    expect(Math.min(...wrapped)).toBeGreaterThan(60);
    await page.context().close();
  });
});

test('where there is room, nobody is asked whether lines wrap', async () => {
  const { page } = await open(browsing, ARTICLE, { viewport: { width: 1280, height: 800 } });
  expect(await page.locator('[data-wrap-lines]:visible').count()).toBe(0);
  expect(await page.locator('[data-copy]:visible').count()).toBeGreaterThan(20);
  await page.context().close();
});

describe('the head of a code', () => {
  test.for([320, 1280])(
    'at %i px has its buttons beside the name of the file, and not above it',
    async width => {
      const { page } = await open(browsing, ARTICLE, { viewport: { width, height: 800 } });
      await page.$$eval('details', all => {
        for (const details of all) details.open = true;
      });
      const wrong = await page.$$eval('figure.example:has(.at-head)', figures =>
        figures.flatMap(figure => {
          const boxOf = (selector: string) => figure.querySelector(selector)?.getBoundingClientRect();
          const [row, caption, name] = ['.at-head', 'figcaption', '.name'].map(boxOf);
          if (row === undefined || caption === undefined || name === undefined) return [figure.id];
          const isInside = row.top >= caption.top && row.bottom <= caption.bottom + 1;
          const overlaps = name.right > row.left && name.top < row.bottom - 4 && name.bottom > row.top + 4;
          return isInside && !overlaps ? [] : [figure.id];
        }),
      );
      expect(wrong).toEqual([]);
      await page.context().close();
    },
  );

  test('is met behind the code', async () => {
    const { page } = await open(browsing, NOTED);
    await page.locator('#lock_owner .code').focus();
    const stops: (string | null | undefined)[] = [];
    for (let step = 0; step < 1; step += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')));
    }
    expect(stops[0]).toBe('Copy lock_owner');
    await page.context().close();
  });
});

describe('notes at lines', () => {
  test('lead from the code to their texts and back, also without scripts', async () => {
    const { page } = await open(browsing, NOTED, { javaScriptEnabled: false });
    const figure = page.locator('figure:has(.notes)').first();
    const marker = figure.locator('.at').nth(1);
    await marker.click();
    const note = figure.locator('.notes li').nth(1);
    expect(await note.evaluate(element => element.matches(':target'))).toBe(true);
    const line = note.getByRole('link', { name: /^Line \d+$/ });
    await line.click();
    expect(await marker.evaluate(element => element.matches(':target'))).toBe(true);
    await page.context().close();
  });

  test('are met behind the code, in the order of its lines, and have names', async () => {
    const { page } = await open(browsing, NOTED);
    const figure = page.locator('figure:has(.notes)').first();
    await figure.locator('.code').first().focus();
    const stops: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const { activeElement: element } = document;
          return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
        }),
      );
    }
    const names = stops.filter(name => /^(?:Note|Line) \d+$/.test(name));
    expect(names.slice(0, 3)).toEqual(['Note 1', 'Note 2', 'Note 3']);
    expect(names.slice(3).every(name => name.startsWith('Line '))).toBe(true);
    await page.context().close();
  });

  test('are no part of a code that a reader selects', async () => {
    const { page } = await open(browsing, NOTED);
    const selected = await page.evaluate(() => {
      const code = document.querySelector('figure:has(.notes) .code code') as Node;
      getSelection()?.selectAllChildren(code);
      return [getSelection()?.toString().trimEnd(), code.textContent?.trimEnd()];
    });
    expect(selected[0]).toBe(selected[1]);
    await page.context().close();
  });
});

test('of a long output the first lines are seen; a text in the others opens it, and paper has all', async () => {
  const long = await browseFixture('tests/fixtures/long');
  const url = `${long.origin}/advanced/long/`;
  const { page } = await open(long, '/advanced/long/', { viewport: PHONE });
  const fold = page.locator('#counts details.rest');
  const isOpen = (): Promise<boolean> => fold.evaluate(element => (element as HTMLDetailsElement).open);
  expect((await page.locator('#counts .panel pre').first().innerText()).trimEnd()).toMatch(
    /^The number 0\n.*The number 11$/s,
  );
  expect([await isOpen(), await fold.locator('summary').innerText()]).toEqual([false, '19 more lines']);
  expect(await violationsOf(page)).toEqual([]);
  await page.goto('about:blank');
  await page.goto(`${url}#:~:text=The%20number%2029`);
  await page.waitForFunction(
    () => document.querySelector<HTMLDetailsElement>('#counts .rest')?.open === true,
  );
  await page.goto('about:blank');
  await page.goto(url);
  await page.emulateMedia({ media: 'print' });
  const height = await fold.evaluate(element => element.getBoundingClientRect().height);
  expect([await isOpen(), height > 300]).toEqual([false, true]);
  await page.context().close();
  await long.close();
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, browse, open } from './browse.ts';

const ARTICLE = '/advanced/multithreading/';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

test.for([320, 1280])(
  'at %i px the whole article can be walked with Tab: each stop once, seen, named, in the order of the page',
  async width => {
    const { page } = await open(browsing, ARTICLE, { viewport: { width, height: 800 } });
    const expected = await page.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLElement>(
            // Of a group of radio buttons, Tab stops at the one that is checked.
            'a[href], button, summary, [tabindex="0"], input:checked',
          ),
        ].filter(element => element.checkVisibility({ visibilityProperty: true })).length,
    );
    const stops: { text: string; outlined: boolean; named: boolean; index: number }[] = [];
    for (let step = 0; step <= expected + 5; step += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        const style = getComputedStyle(element);
        const { labels } = element as Partial<HTMLInputElement>;
        const text = (labels?.[0] ?? element).textContent.trim();
        return {
          text: element.getAttribute('aria-label') ?? text,
          outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
          named: (element.getAttribute('aria-label') ?? text) !== '',
          index: [...document.querySelectorAll('*')].indexOf(element),
        };
      });
      if (stop === undefined) break;
      stops.push(stop);
    }
    expect(stops.length).toBe(expected);
    expect(stops.filter(({ outlined, named }) => !outlined || !named)).toEqual([]);
    expect(stops.map(({ index }) => index)).toEqual(
      stops.map(({ index }) => index).toSorted((a, b) => a - b),
    );
    await page.context().close();
  },
);

test('a line of an example has an address: it is marked and in view', async () => {
  const source = await readFile('examples/threading/first_threads.py', 'utf8');
  // Counted as in the file, whose block is not shown.
  const block = source.split('\n').indexOf('# ///') + 1;
  const { page } = await open(browsing, `${ARTICLE}#first_threads-L${block + 5}`);
  const line = page.locator('#first_threads .code code > *').nth(4);
  expect(await line.getAttribute('aria-current')).toBe('true');
  expect(
    await line.evaluate(element => {
      const { top, bottom } = element.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }),
  ).toBe(true);
  await page.context().close();
});

test('on its own page, a line has an address without scripts too', async () => {
  const { page } = await open(browsing, '/examples/threading/first_threads/#first_threads-L5', {
    javaScriptEnabled: false,
  });
  const [, , , , fifth] = (await readFile('examples/threading/first_threads.py', 'utf8')).split('\n');
  expect(await page.locator('#first_threads-L5').textContent()).toBe(`${fifth}\n`);
  await page.context().close();
});

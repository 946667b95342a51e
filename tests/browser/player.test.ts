import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES, faintIn, violationsAndFaintIn } from './axe.ts';
import { browseFixture, open, sideways, type Watched } from './browse.ts';

const PAGE = '/examples/waiting/locks/';
/** Bytes of the player and its words, compressed. */
const BUDGET = 5 * 1024;

describe('the player of a timeline', () => {
  let browsing: Awaited<ReturnType<typeof browseFixture>>;
  beforeAll(async () => {
    browsing = await browseFixture('tests/fixtures/watched');
  });
  afterAll(() => browsing.close());

  const opened = async (options: Parameters<typeof open>[2] = {}): Promise<Watched> => {
    const watched = await open(browsing, PAGE, options);
    await watched.page.getByRole('button', { name: 'Step through it' }).click();
    await watched.page.getByRole('group', { name: 'Step through the run' }).waitFor();
    return watched;
  };
  const doing = (page: Page): Promise<string[]> => page.locator('.player .doing li').allTextContents();
  const marked = (page: Page): Promise<string[]> =>
    page.locator('.code .now').evaluateAll(lines => lines.map(line => line.textContent.trim()));
  const said = (page: Page): Promise<string[]> =>
    page.locator('.said-lines li:visible samp:visible').allTextContents();

  test('is loaded when it is asked for, and is small', async () => {
    const { page, requests } = await open(browsing, PAGE);
    const before = requests.length;
    await page.getByRole('button', { name: 'Step through it' }).click();
    await page.locator('.player').waitFor();
    const names = requests.slice(before).map(url => new URL(url).pathname.slice(1));
    expect(
      names.filter(name => !/^_astro\/(?:player|page-words|of-language|timeline)\.[\w-]+\.js$/.test(name)),
    ).toEqual([]);
    const weights = await Promise.all(
      names.map(async name => brotliCompressSync(await readFile(join(browsing.site.dist, name))).length),
    );
    const bytes = weights.reduce((sum, weight) => sum + weight);
    console.info(`The player and its words weigh ${bytes} bytes compressed, budget ${BUDGET}`);
    expect(bytes).toBeLessThanOrEqual(BUDGET);
    await page.context().close();
  });

  test('is not there without JavaScript', async () => {
    const { page, complaints } = await open(browsing, PAGE, { javaScriptEnabled: false });
    expect(await page.locator('.timeline button').count()).toBe(0);
    expect(await said(page)).toHaveLength(3);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('steps through the run with the keyboard, and announces each step', async () => {
    const { page, complaints } = await opened();
    expect(await page.locator(':focus').textContent()).toBe('Step');
    expect(await said(page)).toEqual([]);
    const lanes: string[][] = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('ArrowRight');
      lanes.push(await doing(page));
    }
    // The page stays: elsewhere, the arrow keys open another article.
    expect(new URL(page.url()).pathname).toBe(PAGE);
    expect(lanes.flat()).toContain('Bob waits in Lock.acquire for pen, line 13');
    expect(lanes.flat()).toContain('Bob has not started');
    expect(await page.locator('.player [aria-live=polite]').textContent()).toMatch(/^0\.\d+ s: MainThread /);
    await page.keyboard.press('ArrowLeft');
    expect(await doing(page)).toEqual(lanes[3]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('shows at each moment the lines in which lanes wait, and the output so far', async () => {
    const { page } = await opened();
    const slider = page.getByRole('slider', { name: 'Moment' });
    await slider.focus();
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0\.\d+ s$/);
    expect(await said(page)).toEqual(['one <is> written', 'two <is> written', 'done']);
    expect(await marked(page)).toEqual(['print("done")']);
    await page.keyboard.press('Home');
    for (let step = 0; step < 20 && !(await doing(page)).join().includes('Lock.acquire'); step += 1)
      await page.keyboard.press('ArrowRight');
    const lines = await marked(page);
    expect(lines).toContain('with pen:');
    expect(lines).toContain('time.sleep(seconds)');
    await page.context().close();
  });

  test('its cursor is at the end of a wait when the wait ends', async () => {
    const { page } = await opened({ viewport: { width: 1440, height: 900 } });
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('ArrowRight');
      if ((await doing(page)).some(each => each.startsWith('Bob waits in Lock.acquire'))) break;
    }
    const places = await page.locator('.wide').evaluate(svg => {
      const box = (selector: string): DOMRect | undefined =>
        svg.querySelector(selector)?.getBoundingClientRect();
      return { cursor: box('.cursor')?.x, wait: box('.wait.lock')?.x };
    });
    expect(Math.abs((places.cursor ?? 0) - (places.wait ?? 99))).toBeLessThan(3);
    await page.context().close();
  });

  test.for(['no-preference', 'reduce'] as const)(
    'plays and pauses if motion is "%s"',
    async reducedMotion => {
      const { page, complaints } = await opened({ reducedMotion });
      await page.clock.install();
      await page.getByRole('button', { name: 'Play' }).click();
      const announced = await page.locator('.player [aria-live]').textContent();
      await page.clock.runFor(3500);
      const time = await page.locator('.player .time').textContent();
      expect(Number.parseFloat(time ?? '')).toBeGreaterThan(0);
      expect(await page.locator('.player [aria-live]').textContent()).toBe(announced);
      await page.getByRole('button', { name: 'Pause' }).click();
      const paused = await page.locator('.player .time').textContent();
      await page.clock.runFor(3000);
      expect(await page.locator('.player .time').textContent()).toBe(paused);
      await page.getByRole('button', { name: 'Play' }).click();
      await page.clock.runFor(60_000);
      expect(await said(page)).toHaveLength(3);
      expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test.for([320, 1440])('at %i px, in all colors: nothing sticks out, and axe finds nothing', async width => {
    const { page, complaints } = await opened({ viewport: { width, height: 900 }, colorScheme: 'light' });
    await page.keyboard.press('ArrowRight');
    expect(await sideways(page)).toBe(0);
    expect(await violationsAndFaintIn(page)).toEqual([]);
    for (const mode of MODES) {
      await page.emulateMedia(mode);
      expect(await faintIn(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('two timelines of one article are stepped through apart', async () => {
    const { page } = await open(browsing, '/advanced/waiting/');
    await page.getByRole('button', { name: 'Step through it' }).first().click();
    await page.locator('.player').waitFor();
    await page.getByRole('button', { name: 'Step through it' }).click();
    await page.locator('.player').nth(1).waitFor();
    await page.keyboard.press('ArrowRight');
    const times = await page.locator('.player .time').allTextContents();
    expect(times[0]).toBe('0.000 s');
    expect(times[1]).not.toBe('0.000 s');
    await page.context().close();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES, faintIn, violationsAndFaintIn } from '../axe.ts';
import { type Browsing, browseFixture, layoutShift, open, sideways, type Watched } from '../browse.ts';
import { heard, type RunningFigure, runningFigure, shows, SLOW } from './running.ts';

const PAGE = '/advanced/runs/';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browseFixture('tests/fixtures/running', true);
});
afterAll(() => browsing.close());

describe('a reader who runs samples of a page', { timeout: SLOW.timeout * 4 }, () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await open(browsing, PAGE);
  });
  afterAll(() => watched.page.context().close());

  /** A figure of the one page on which samples run one after the other. */
  const figure = (anchor: string): RunningFigure => runningFigure(watched.page, anchor);

  test('loads nothing before, and all of it from the site', async () => {
    const { page, requests, complaints } = watched;
    const before = requests.length;
    expect(requests.filter(url => /pyodide|worker|run[.-]/.test(url))).toEqual([]);
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(1);
    expect(await layoutShift(page)).toBe(0);
    const greet = figure('greet');
    await greet.button('Run').focus();
    await page.keyboard.press('Enter');
    await greet.element.locator('[data-verdict=same]').waitFor(SLOW);
    expect(await greet.words()).toBe('The same output.');
    expect(await greet.printed('Your output')).toBe('Hello, Ada!\nHello, Grace!\n');
    expect(await greet.printed('Your error output')).toBeUndefined();
    expect(await heard(page)).toBe('The same output.');
    // The focus has not moved, and the button runs it again.
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Run greet');
    expect(await page.locator(':focus').textContent()).toMatch(/^\s*Run\s*$/);
    const loaded = requests.slice(before);
    expect(new Set(loaded.map(url => new URL(url).origin))).toEqual(new Set([browsing.origin]));
    expect(loaded.filter(url => url.endsWith('.wasm')).length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('sees the output that was proved again after Reset', async () => {
    const { element, button } = figure('greet');
    const own = element.locator('[data-output="running/greet"]');
    expect(await own.isVisible()).toBe(false);
    await button('Reset').click();
    expect(await own.isVisible()).toBe(true);
    expect(await element.locator('.run').count()).toBe(0);
    expect(await watched.page.locator(':focus').getAttribute('aria-label')).toBe('Run greet');
  });

  test('changes the code, and sees how its output differs', async () => {
    const { page } = watched;
    const greet = figure('greet');
    await greet.change('print("Hello, Ada!")\nprint(7)\n');
    // Elsewhere on the page, these keys open the search, or another article.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('/2');
    await page.keyboard.press('Control+Enter');
    await greet.element.locator('[data-verdict=different]').waitFor(SLOW);
    expect(await greet.words()).toBe('Another output.');
    expect(await greet.printed('Your output')).toBe('Hello, Ada!\n3.5\n');
    const difference = await greet.element.locator('.difference samp > *').allTextContents();
    expect(difference).toEqual([' Hello, Ada!\n', 'On the page: -Hello, Grace!\n', 'In your run: +3.5\n']);
    expect(await page.locator('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(PAGE);
  });

  test('may print lines in an order that the contract permits', async () => {
    const order = figure('order');
    await order.change('for color in ["blue", "red", "green"]:\n    print(color)\n');
    expect(await order.run()).toBe('Another order, which the contract permits.');
    expect(await order.printed('Your output')).toBe('blue\nred\ngreen\n');
  });

  test('may measure another time, where the contract masks it', async () => {
    expect(await figure('clock-wait').run()).toBe(
      'The same in all that the contract promises: what varies differs.',
    );
  });

  test('sees the line of an error, in an editor as in the code', async () => {
    const order = figure('order');
    await order.change('for color in ["red"]:\n    print(color)\nint("seven")\n');
    // The block of its metadata, which the page does not show, has five lines.
    expect(await order.run()).toBe('It ended with ValueError. Line 8 is marked.');
    expect(await order.printed('Your output')).toBe('red\n');
    const traceback = await order.printed('Your error output');
    expect(traceback).toMatch(/^Traceback .*\n.*order\.py", line 8, in <module>\n[\s\S]*ValueError: /);
    expect(await heard(watched.page)).toContain('It ended with ValueError.');
    const clock = figure('clock-wait');
    await clock.change('del start');
    expect(await clock.run()).toBe('It ended with NameError. It is in line 12, which is not shown here.');
  });

  test('writes what the sample reads', async () => {
    const total = figure('total');
    expect(await total.element.getByRole('textbox').count()).toBe(0);
    expect(await total.run()).toBe('The same output.');
    const input = total.element.getByRole('textbox', { name: 'Input of total' });
    expect(await input.inputValue()).toBe('1\n2\n3\n');
    await input.fill('20\n22');
    expect(await total.run()).toBe('Another output.');
    expect(await total.printed('Your output')).toBe('Total: 42\n');
    await input.fill('a');
    expect(await total.run()).toBe('It ended with ValueError. Line 9 is marked.');
    expect(await total.element.locator('.code [data-failed]').textContent()).toContain('int(input())');
    await total.button('Reset').click();
    expect(await input.inputValue()).toBe('1\n2\n3\n');
    expect(await total.element.locator('.code [data-failed]').count()).toBe(0);
  });

  test('sees output as it comes, beside another sample, and stops it', async () => {
    const [greet, total] = [figure('greet'), figure('total')];
    await greet.change('import time\nprint("one")\ntime.sleep(600)\n');
    await greet.button('Run').click();
    await shows(greet, 'one');
    expect(await total.run()).toBe('The same output.');
    expect(await greet.words()).toBe('Running …');
    await greet.button('Stop').click();
    expect(await greet.words()).toBe('Stopped.');
    expect(await heard(watched.page)).toBe('Stopped.');
    expect(await greet.printed('Your output')).toBe('one\n');
    expect(await total.words()).toBe('The same output.');
  });

  test('sees no more than a page can show', async () => {
    const greet = figure('greet');
    await greet.change('while True:\n    print("x" * 99)\n');
    expect(await greet.run()).toBe('It printed more than 1 MB, so it was stopped.');
    expect((await greet.printed('Your output'))?.length).toBe(1_000_000);
    await greet.button('Reset').click();
  });

  test('leaves the page, and finds it as it was when the browser shows it again', async () => {
    const { page } = watched;
    const greet = figure('greet');
    await greet.change('import time\nprint("one")\ntime.sleep(600)\n');
    await greet.button('Run').click();
    await shows(greet, 'one');
    const ended = page.workers().map(worker => worker.waitForEvent('close'));
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await Promise.all(ended);
    expect(await greet.words()).toBe('Stopped, because this page was left.');
    await greet.button('Reset').click();
    expect(await greet.run()).toBe('The same output.');
  });

  test.for([320, 768, 1440])('sees all of it at %i px, in all colors', async width => {
    const { page } = watched;
    await page.setViewportSize({ width, height: 900 });
    expect(await sideways(page)).toBe(0);
    expect(await violationsAndFaintIn(page)).toEqual([]);
    for (const mode of MODES) {
      await page.emulateMedia(mode);
      expect(await faintIn(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  });

  test('has seen no complaint of the browser', () => {
    expect(watched.complaints).toEqual([]);
  });

  test('runs on without a connection', async () => {
    const { page } = watched;
    await page.context().setOffline(true);
    expect(await figure('total').run()).toBe('The same output.');
    await page.context().setOffline(false);
  });
});

describe('a sample that cannot run on', { timeout: SLOW.timeout * 2 }, () => {
  test('is stopped after 30 seconds', async () => {
    const { page } = await open(browsing, PAGE);
    await page.clock.install();
    const greet = runningFigure(page, 'greet');
    await greet.run();
    await greet.change('print("on and on")\nwhile True:\n    pass\n');
    await greet.button('Run').click();
    await shows(greet, 'on and on');
    await page.clock.fastForward(29_000);
    expect(await greet.words()).toBe('Running …');
    await page.clock.fastForward(1_000);
    expect(await greet.words()).toBe('Still running after 30 seconds, so it was stopped.');
    expect(await greet.button('Run').count()).toBe(1);
    await page.context().close();
  });

  test('can be tried again if Python does not arrive', async () => {
    const { page } = await open(browsing, PAGE);
    await page.context().route('**/*.wasm', route => route.abort());
    const greet = runningFigure(page, 'greet');
    expect(await greet.run()).toBe('Python could not be loaded. Press Run to try again.');
    await page.context().unroute('**/*.wasm');
    expect(await greet.run()).toBe('The same output.');
    await page.context().close();
  });

  test('can be tried again if what runs does not arrive', async () => {
    const { page } = await open(browsing, PAGE);
    const run = page.getByRole('button', { name: 'Run greet' });
    await page.context().setOffline(true);
    await run.click();
    const again = page.getByRole('button', { name: 'Not loaded: try again' });
    await again.waitFor();
    expect(await heard(page)).toBe('Not loaded: try again');
    await page.context().setOffline(false);
    await again.click();
    await page.locator('#greet [data-verdict=same]').waitFor(SLOW);
    await page.context().close();
  });

  test('asks first, if the reader saves data', async () => {
    const { page, requests } = await open(browsing, PAGE);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const before = requests.length;
    await page.getByRole('button', { name: 'Run greet' }).click();
    expect(await heard(page)).toBe('To run it, 6 MB are loaded once. Press again to do so.');
    expect(requests.length).toBe(before);
    await page.getByRole('button', { name: 'Load 6 MB and run' }).click();
    await page.locator('#greet [data-verdict=same]').waitFor(SLOW);
    await page.context().close();
  });
});

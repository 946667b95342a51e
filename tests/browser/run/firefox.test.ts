import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFirefox, type FirefoxPage, KEYS, openInFirefox } from '../../fixtures/firefox.ts';
import { builtSite } from '../../fixtures/built-site.ts';
import { serveSite } from '../../../src/site/serve/serve-site.ts';

const firefox = findFirefox();
const SLOW = 90_000;

describe.runIf(firefox !== undefined)('a reader with Firefox', { timeout: SLOW * 2 }, () => {
  let server: Awaited<ReturnType<typeof serveSite>>;
  let page: FirefoxPage;
  beforeAll(async () => {
    const { root } = await builtSite('tests/fixtures/running', true);
    server = await serveSite({ root, port: 4700 });
    page = await openInFirefox(firefox ?? '', `http://localhost:${server.port}/advanced/runs/`);
  });
  afterAll(async () => {
    await page.close();
    await server.stop();
  });

  const press = (name: string, anchor: string): Promise<string> =>
    page.text(
      `[...document.querySelectorAll('#${anchor} button')].find(each => each.textContent.includes('${name}')).click()`,
    );
  const shown = (anchor: string): Promise<string> =>
    page.text(`document.querySelector('#${anchor} .run')?.innerText ?? ''`);

  /** Waits until a figure shows something. */
  async function shows(anchor: string, what: RegExp): Promise<void> {
    const end = performance.now() + SLOW;
    while (!what.test(await shown(anchor))) {
      if (performance.now() > end) expect(await shown(anchor)).toMatch(what);
      await sleep(50);
    }
  }

  test('runs a sample, and one that reads its input', async () => {
    await press('Run', 'greet');
    await shows('greet', /Hello, Ada!\nHello, Grace![\s\S]*The same output\./);
    await press('Run', 'total');
    await shows('total', /The same output\./);
  });

  test('changes the code, and sees another output, and the line of an error', async () => {
    await press('Change it', 'greet');
    const editor = `[...document.querySelectorAll('#greet *')].find(each => each.shadowRoot)?.shadowRoot`;
    const end = performance.now() + SLOW;
    while ((await page.text(`String(${editor}?.activeElement?.className)`)) === 'undefined') {
      if (performance.now() > end) throw new Error('The editor has not opened');
      await sleep(50);
    }
    await page.press([KEYS.control, KEYS.home], ...'print(7)', KEYS.enter, [KEYS.control, KEYS.enter]);
    await shows('greet', /Another output\.[\s\S]*\+7/);
    await page.press([KEYS.control, KEYS.home], ...'1/0', KEYS.enter, [KEYS.control, KEYS.enter]);
    await shows('greet', /It ended with ZeroDivisionError\. Line \d+ is marked\./);
  });

  test('stops a sample that runs on', async () => {
    const lines = ['print(5)', 'import time', 'time.sleep(600)'];
    await page.press([KEYS.control, KEYS.home], ...lines.flatMap(line => [...line, KEYS.enter]));
    await page.press([KEYS.control, KEYS.enter]);
    await shows('greet', /5\n[\s\S]*Running …/);
    await press('Stop', 'greet');
    await shows('greet', /Stopped\./);
  });

  test('has seen no complaint of the browser', () => {
    expect(page.complaints).toEqual([]);
  });
});

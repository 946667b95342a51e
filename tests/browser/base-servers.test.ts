import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDevServer } from '../../scripts/bench/dev-server.ts';
import { launchChromium } from '../../scripts/cli/system-programs.ts';
import { copySite } from '../fixtures/site-copy.ts';

const BASE = '/~ada/a-project/';
const SITE_URL = { SITE_URL: `https://name.example${BASE}` };

test('the dev server serves a site below its path, and nowhere else', { timeout: 120_000 }, async () => {
  const site = await copySite('tests/fixtures/site');
  const browser = await launchChromium();
  const server = await startDevServer(site.root, 4670, SITE_URL);
  try {
    // Its own scripts lie outside; pages do not.
    const headers = { Accept: 'text/html' };
    const status = async (path: string): Promise<number> =>
      (await fetch(`${server.origin}${path}`, { headers })).status;
    const paths = [BASE, `${BASE}favicon.svg`, '/', '/advanced/good/', '/favicon.svg'];
    expect(await Promise.all(paths.map(status))).toEqual([200, 200, 404, 404, 404]);
    const page = await browser.newPage();
    await page.goto(`${server.origin}${BASE}advanced/second/`);
    await page.getByRole('link', { name: 'the first' }).click();
    await page.waitForURL(`${server.origin}${BASE}advanced/good/`);
    const greeting = page.locator('figure.example#greeting-greet');
    await greeting.locator('.checked').waitFor();
    // A saved example reaches the page that is open.
    const file = join(site.root, 'examples/basics/greeting.py');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Hello', 'Good day'));
    await greeting.filter({ hasText: 'Good day, Ada' }).waitFor({ timeout: 20_000 });
  } finally {
    await browser.close();
    await server.stop();
    await site.remove();
  }
});

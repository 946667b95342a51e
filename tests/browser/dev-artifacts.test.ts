import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DevServer, startDevServer } from '../../scripts/bench/dev-server.ts';
import { launchChromium } from '../../scripts/cli/system-programs.ts';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';

describe('the dev server', () => {
  let site: SiteCopy;
  let server: DevServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/artifacts');
    server = await startDevServer(site.root, 4660);
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await site.remove();
  });
  const picture = () => page.locator('figure#silent').getByRole('img', { name: 'A yellow disk' });
  /** The color in the middle of the picture. */
  const color = async (): Promise<string> => {
    // What nobody sees is not loaded.
    await picture().scrollIntoViewIfNeeded();
    return picture().evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(24, 24, 1, 1).data ?? [])].slice(0, 3).join(',');
    });
  };

  test('shows what was recorded, and without a reload what the sample draws now', async () => {
    await page.goto(`${server.origin}/advanced/artifacts/`);
    await page.locator('figure#silent').getByText('Verified with').waitFor();
    expect(await color()).toBe('242,183,101');
    const file = join(site.root, 'examples/drawn/silent.py');
    await writeFile(file, (await readFile(file, 'utf8')).replace('#f2b765', '#0b6b50').replace('12.5', '30'));
    const figure = page.locator('figure#silent').first();
    await figure.getByText('Picture, not accepted yet').waitFor();
    await expect.poll(color).toBe('11,107,80');
    expect(await figure.getByRole('cell', { name: '30' }).count()).toBe(1);
    expect(await figure.locator('.dev-title').innerText()).toMatch(/differs from the recording/);
  });

  test('shows the page of an example with its artifacts', async () => {
    await page.goto(`${server.origin}/examples/drawn/shapes/`);
    await page.getByText('Verified with').first().waitFor();
    const images = page.getByRole('img', { name: 'A wide band from green to brown' });
    expect(
      await images
        .first()
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(2000);
  });
});

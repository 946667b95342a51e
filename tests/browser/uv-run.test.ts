import { readFile, symlink } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { userCache } from '../../src/runner/files/user-cache.ts';
import { findUv } from '../../src/runner/packages/uv-program.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { interpreter } from '../fixtures/programs.ts';
import type { SiteCopy } from '../fixtures/site-copy.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { type Browsing, browse, open } from './browse.ts';

describe('where no browser was asked to run a sample', () => {
  let site: SiteCopy;
  let browsing: Browsing;
  beforeAll(async () => {
    site = await builtSite();
    browsing = await browse(site.root);
  });
  afterAll(() => browsing.close());

  /** Copies the line of a page with its button. */
  async function copiedLine(path: string, name: string): Promise<string> {
    const { page, complaints } = await open(browsing, path, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: `Copy command of ${name}` }).click();
    await page.getByText(/^Copied (?:uv run|curl) /).waitFor({ state: 'attached' });
    const line = await page.evaluate(() => navigator.clipboard.readText());
    expect(complaints).toEqual([]);
    await page.context().close();
    return line;
  }

  test('its figure copies a line that fetches the verified bytes and runs them, as it is', async () => {
    const line = await copiedLine('/advanced/good/', 'greeting-greet');
    expect(line).toBe(`uv run ${browsing.origin}/examples/basics/greeting.py`);
    const { value: uv = '' } = await findUv(await interpreter(), userCache());
    const folder = await temporaryFolder();
    await symlink(uv, join(folder, 'uv'));
    const PATH = [folder, dirname((await interpreter()).path), '/usr/bin', '/bin'].join(delimiter);
    const { stdout } = await execa('sh', ['-c', line], {
      cwd: folder,
      stripFinalNewline: false,
      env: { PATH, UV_PYTHON: (await interpreter()).path, UV_CACHE_DIR: join(folder, 'cache') },
    });
    expect(stdout).toBe(await readFile(join(site.root, 'examples/basics/greeting.out'), 'utf8'));
  });

  test('its own page shows the line with the address of the site', async () => {
    const $ = load(await readFile(join(site.dist, 'examples/basics/greeting/index.html'), 'utf8'));
    expect($('pre[data-fence=sh]').first().text()).toBe(
      'uv run https://verbatim.example/examples/basics/greeting.py\n',
    );
  });

  test('a sample of several files copies a line that fetches its archive', async () => {
    const line = await copiedLine('/examples/basics/several/', 'several');
    const archive = `${browsing.origin}/examples/basics/several.zip`;
    const run = 'python3 -m zipfile -e several.zip . && (cd several && python3 main.py)';
    expect(line).toBe(`curl -fsSLO ${archive} && ${run}`);
  });

  test('its own page has a button that copies the line as it is shown', async () => {
    const { page, complaints } = await open(browsing, '/examples/basics/several/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy: Line that fetches and runs main.py' }).click();
    await page.getByText(/^Copied curl /).waitFor({ state: 'attached' });
    const shown = await page
      .getByRole('region', { name: 'Line that fetches and runs main.py' })
      .textContent();
    expect(`${await page.evaluate(() => navigator.clipboard.readText())}\n`).toBe(shown);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('its files are tabs without JavaScript, from one to the next by the keyboard', async () => {
    const { page, complaints } = await open(browsing, '/examples/basics/several/', {
      javaScriptEnabled: false,
    });
    const shown = (): Promise<string[]> => page.locator('.files pre:visible').allTextContents();
    const text = (name: string): Promise<string> =>
      readFile(join(site.root, 'examples/basics/several', name), 'utf8');
    await page.getByRole('radio', { name: 'main.py' }).focus();
    for (const name of ['words.py', 'data.txt']) {
      await page.keyboard.press('ArrowRight');
      expect(await shown()).toEqual([await text(name)]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

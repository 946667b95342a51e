import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faintIn, violationsAndFaintIn } from './axe.ts';
import { browseFixture, layoutShift, open, sideways } from './browse.ts';

const PAGE = '/advanced/changes/';
const FIGURE = '#account-withdraw';

describe('an example with variants', () => {
  let browsing: Awaited<ReturnType<typeof browseFixture>>;
  beforeAll(async () => {
    browsing = await browseFixture('tests/fixtures/variants');
  });
  afterAll(() => browsing.close());

  test('shows one tab at a time, chosen with the keyboard, without JavaScript', async () => {
    const { page, complaints } = await open(browsing, PAGE, { javaScriptEnabled: false });
    const figure = page.locator(FIGURE);
    const visible = (): Promise<string[]> =>
      figure.locator('samp:visible, .no-output:visible').allTextContents();
    expect(await visible()).toEqual(['Balance: 40\n']);
    await figure.getByRole('radio', { name: 'As written' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await visible()).toEqual(['Balance: 70\nChosen: a\n']);
    const proof = figure.locator('.verdict:visible > p').first();
    expect(await proof.innerText()).toMatch(
      /^Verified with CPython \S+ does something else than as written$/,
    );
    // The style sheet separates what is seen, and those who hear the page do not hear it.
    const signs = await proof
      .locator('> *')
      .evaluateAll(parts => parts.map(part => getComputedStyle(part, '::before').content));
    expect(signs).toEqual(['"✓ " / ""', '" · " / ""']);
    // From the tab, the keyboard goes on to the code that it shows.
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe(
      'Code of account-withdraw, without the lock',
    );
    await figure.getByText('With a random start').click();
    expect(await visible()).toEqual([
      'The change is outside of what is shown here.',
      'It does something else in every run, so no output is shown.',
    ]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('says by sign and in words which lines are removed and added, and copies neither', async () => {
    const { page } = await open(browsing, PAGE);
    await page.locator(FIGURE).getByText('Without the lock').click();
    const code = page.locator(`${FIGURE} .changed`);
    const signs = await code
      .locator('del, ins')
      .evaluateAll(lines =>
        lines.map(line => [
          getComputedStyle(line, '::before').content.replaceAll(/^"|" \/ ""$|"$/g, ''),
          line.textContent?.replace(/: .*\n$/, ''),
        ]),
      );
    expect(new Set(signs.map(pair => pair.join(' ')))).toEqual(new Set(['− Removed', '+ Added']));
    const selected = await code.evaluate(element => {
      getSelection()?.selectAllChildren(element);
      return String(getSelection());
    });
    expect(selected).toContain('    with lock:\n');
    expect(selected).not.toMatch(/Removed|Added|−|\+/);
    await page.context().close();
  });

  test('copies and downloads each as it ran', async () => {
    const { page } = await open(browsing, PAGE);
    expect(await layoutShift(page)).toBe(0);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const figure = page.locator(FIGURE);
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    // The status of the first copy may still be there when the second is made: the text says which it is.
    const copy = async (name: string, part: string): Promise<void> => {
      await figure.getByRole('button', { name, exact: true }).click();
      await expect.poll(clipboard, { timeout: 10_000 }).toContain(part);
    };
    await copy('Copy account-withdraw', 'with lock:\n        before');
    await figure.getByText('Without the lock').click();
    await copy('Copy account-withdraw, without the lock', 'global balance\n    before = balance');
    const changed = await clipboard();
    const link = figure.getByRole('link', { name: 'Download account-withdraw, without the lock' });
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toBe('/examples/changes/account.without-the-lock.py');
    expect(await readFile(join(browsing.site.dist, href), 'utf8')).toBe(changed);
    await page.context().close();
  });

  test('shows all tabs on paper, and is found once by the search', async () => {
    const { page } = await open(browsing, PAGE);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(`${FIGURE} samp:visible`).allTextContents()).toEqual([
      'Balance: 40\n',
      'Balance: 70\nChosen: a\n',
    ]);
    await page.context().close();
    // The page has the function twice: in its region, and in the whole file.
    const names = await readdir(join(browsing.site.dist, 'pagefind/fragment'));
    const texts = await Promise.all(
      names.map(async name =>
        gunzipSync(await readFile(join(browsing.site.dist, 'pagefind/fragment', name))),
      ),
    );
    const searched = texts.map(String).find(text => text.includes(`"${PAGE}"`)) ?? '';
    expect(searched.match(/def withdraw/g)).toHaveLength(2);
  });

  test.for([320, 1440])(
    'at %i px, light and dark: nothing sticks out, and axe finds nothing',
    async width => {
      const { page, complaints } = await open(browsing, PAGE, {
        viewport: { width, height: 800 },
        colorScheme: 'light',
      });
      for (const name of ['Without the lock', 'With a random start']) {
        await page.locator(FIGURE).getByText(name).click();
        expect(await sideways(page)).toBe(0);
      }
      await page.locator(FIGURE).getByText('Without the lock').click();
      expect(await violationsAndFaintIn(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faintIn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});

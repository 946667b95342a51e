import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsAndFaintIn } from '../axe.ts';
import { type Browsing, browseFixture, open, sideways } from '../browse.ts';

const ARTICLE = '/advanced/tasks/';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browseFixture('tests/fixtures/exercises', true);
});
afterAll(() => browsing.close());

const figure = (page: Page, id: string) => page.locator(`figure#${id}`);

/** Presses Run of a figure, and waits for what it is. */
async function run(page: Page, id: string): Promise<string> {
  await figure(page, id).locator('button[data-run]').click();
  await page.locator(`figure#${id} .run-status[data-verdict]`).waitFor({ timeout: 60_000 });
  return (await figure(page, id).locator('.run-words').textContent()) ?? '';
}

/** Replaces a part of the code of a figure that has run, and runs it again with the keyboard. */
async function change(page: Page, id: string, from: string, to: string): Promise<string> {
  await figure(page, id).getByRole('button', { name: 'Change it' }).click();
  const textbox = figure(page, id).getByRole('textbox', { name: `Code of ${id}` });
  const code = (await textbox.innerText()).replaceAll('\u200B', '');
  expect(code).toContain(from);
  await textbox.press('Control+a');
  await page.keyboard.insertText(code.replace(from, to));
  const panel = figure(page, id).locator('.run-status[data-verdict]');
  await textbox.press('Control+Enter');
  await panel.waitFor({ state: 'detached' }).catch(() => undefined);
  await panel.waitFor({ timeout: 60_000 });
  return (await figure(page, id).locator('.run-words').textContent()) ?? '';
}

test('the start of an exercise is judged by what its solution prints, and so is each version of it', async () => {
  const { page, complaints, requests } = await open(browsing, ARTICLE);
  expect(requests.filter(url => url.endsWith('.json'))).toEqual([]);
  expect(await run(page, 'drinks_start')).toBe('Not yet. This is the first difference.');
  const difference = figure(page, 'drinks_start').locator('.difference');
  expect(await difference.locator('del').innerText()).toContain('-coffee: water on');
  expect(await difference.locator('ins').innerText()).toContain('+tea: ready');
  expect(await difference.locator('del, ins').count()).toBe(2);
  expect(await difference.locator('.label').innerText()).toContain('by the solution');
  const solved = await change(
    page,
    'drinks_start',
    '    for drink in ["tea", "coffee", "cocoa"]:\n        await make(drink)',
    '    await asyncio.gather(*map(make, ["tea", "coffee", "cocoa"]))',
  );
  expect(solved).toBe('Right: it prints what the solution prints.');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('no page fetches the code of a solution to check a version', async () => {
  const { page, requests } = await open(browsing, ARTICLE);
  await run(page, 'drinks_start');
  const fetched = requests.filter(url => url.includes('/examples/'));
  expect(fetched.map(url => new URL(url).pathname)).toEqual([
    '/examples/tasks/drinks_start/run.json',
    '/examples/tasks/drinks/task.json',
  ]);
  const task = await page.request.get(`${browsing.origin}/examples/tasks/drinks/task.json`);
  expect(await task.text()).not.toMatch(/TaskGroup|import/);
  await page.context().close();
});

test('a version is right in each order that the contract of its solution permits', async () => {
  const { page } = await open(browsing, ARTICLE);
  await run(page, 'names_start');
  const id = 'names_start';
  const words = await change(
    page,
    id,
    'for line in sys.stdin:\n    print(line.strip())',
    'for line in reversed(sys.stdin.readlines()):\n    print(f"Hello, {line.strip()}")',
  );
  expect(words).toBe('Right: it prints what the solution prints.');
  await page.context().close();
});

test('an error of a version is an error, with its line', async () => {
  const { page } = await open(browsing, ARTICLE);
  await run(page, 'drinks_start');
  const words = await change(page, 'drinks_start', 'asyncio.run(main())', 'asyncio.run(mian())');
  expect(words).toMatch(/^It ended with NameError\. Line \d+ is marked\.$/);
  expect(await page.locator('.cm-line.marked').textContent()).toBe('asyncio.run(mian())');
  await page.context().close();
});

test('the solution itself is judged by its own contract', async () => {
  const { page } = await open(browsing, ARTICLE);
  await page.locator('.exercise details summary').first().click();
  expect(await run(page, 'drinks')).toBe('The same output.');
  await page.context().close();
});

test('where the browser cannot run an exercise, no check is promised, and its solution is folded', async () => {
  const { page } = await open(browsing, ARTICLE);
  const exercises = page.locator('.exercise');
  const rows = await exercises.evaluateAll(all =>
    all.map(each => [each.querySelectorAll('.check').length, each.querySelectorAll('details figure').length]),
  );
  expect(rows).toEqual([
    [1, 1],
    [1, 1],
    [0, 1],
  ]);
  expect(await figure(page, 'count_start').locator('button[data-run]').count()).toBe(0);
  await page.context().close();
});

test('without scripts, the task, the start with its output and the folded solution are readable', async () => {
  const { page } = await open(browsing, ARTICLE, { javaScriptEnabled: false });
  const first = page.locator('.exercise').first();
  await expect.poll(() => first.locator('p').first().isVisible()).toBe(true);
  expect(await first.locator('figure#drinks_start pre').first().isVisible()).toBe(true);
  expect(await first.locator('figure#drinks_start pre[data-output]').isVisible()).toBe(true);
  expect(await first.locator('.check').isVisible()).toBe(false);
  expect(await first.locator('figure#drinks').isVisible()).toBe(false);
  await first.locator('summary').click();
  expect(await first.locator('figure#drinks').isVisible()).toBe(true);
  await page.context().close();
});

test('an exercise fits a screen of 320 pixels, also while its code is edited', async () => {
  const { page } = await open(browsing, ARTICLE, { viewport: { width: 320, height: 640 } });
  await run(page, 'drinks_start');
  await figure(page, 'drinks_start').getByRole('button', { name: 'Change it' }).click();
  await figure(page, 'drinks_start').getByRole('textbox').waitFor();
  expect(await sideways(page)).toBe(0);
  expect(await violationsAndFaintIn(page)).toEqual([]);
  await page.context().close();
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../../scripts/cli/system-programs.ts';
import { editorPage, type EditorWindow } from './editor-page.ts';

const SAMPLE = `# /// script
# requires-python = ">=3.11"
# ///
"""Counts."""
import asyncio

LIMIT = 3


class Counter:
    def __init__(self, name: str) -> None:
        self.name = name

    # region step
    async def step(self) -> int:
        await asyncio.sleep(0.1)
        return len(self.name) + LIMIT

    # endregion


async def main() -> None:
    print(f"{await Counter('a').step()} steps", end="\\n")


asyncio.run(main())
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const open = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as EditorWindow).openIt());
const source = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as EditorWindow).editor.source());
const refused = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as EditorWindow).refused);
const runs = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as EditorWindow).runs);

test('code becomes editable in its place, and no policy refuses anything', async () => {
  const page = await editorPage(browser, SAMPLE);
  await open(page);
  expect(await source(page)).toBe(SAMPLE);
  const textbox = page.getByRole('textbox', { name: 'Code of sample' });
  await textbox.press('Control+Home');
  await page.keyboard.type('import os\n');
  await page.evaluate(() => (window as unknown as EditorWindow).editor.mark(6));
  expect(await source(page)).toBe(SAMPLE.replace('"""Counts', 'import os\n"""Counts'));
  expect(await page.locator('.cm-line.marked').textContent()).toBe('import asyncio');
  await page.evaluate(() => (window as unknown as EditorWindow).editor.reset());
  expect(await source(page)).toBe(SAMPLE);
  await page.evaluate(() => (window as unknown as EditorWindow).editor.close());
  expect(await page.locator('pre').isVisible()).toBe(true);
  expect(await page.locator('.editor').count()).toBe(0);
  expect(await refused(page)).toEqual([]);
  expect(await page.locator('style').count()).toBe(0);
});

/** A word of the code as a reader sees it. */
interface SeenWord {
  readonly look: string;
  readonly left: number;
  readonly top: number;
}

function words(page: Page, inEditor: boolean): Promise<readonly SeenWord[]> {
  return page.evaluate(isEditor => {
    const root = isEditor ? document.querySelector('.editor')?.shadowRoot : document;
    const code = root?.querySelector(isEditor ? '.cm-content' : 'pre code');
    const found: SeenWord[] = [];
    const walker = document.createTreeWalker(code as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\w.]+|[^\w\s]/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, top } = range.getBoundingClientRect();
        const { color, fontFamily, fontSize } = getComputedStyle(node.parentElement as Element);
        found.push({ look: [word, color, fontFamily, fontSize].join(' '), left, top });
      }
    return found;
  }, inEditor);
}

test.for([
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'light' },
] as const)(
  'no word of $width pixels, $scheme, moves or changes its color when its code becomes editable',
  async ({ width, scheme }) => {
    const plain = SAMPLE.replaceAll(/ *# (?:end)?region.*\n/g, '');
    const page = await editorPage(browser, plain, { width, scheme });
    const [before, height] = [
      await words(page, false),
      await page.evaluate(() => document.body.scrollHeight),
    ];
    await open(page);
    const after = await words(page, true);
    expect(after.map(({ look }) => look)).toEqual(before.map(({ look }) => look));
    const moved = after.map(({ left, top }, index) =>
      Math.hypot(left - (before[index]?.left ?? 0), top - (before[index]?.top ?? 0)),
    );
    expect(Math.max(...moved)).toBeLessThan(0.5);
    expect(await page.evaluate(() => document.body.scrollHeight)).toBe(height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  },
);

test('Tab indents, Escape and then Tab leaves, and Control and Enter run the code', async () => {
  const page = await editorPage(browser, SAMPLE);
  await open(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Tab');
  expect(await source(page)).toContain('\n    """Counts."""\n');
  await page.keyboard.press('Control+Enter');
  expect(await runs(page)).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('after');
  const description = await page.evaluate(() => {
    const root = document.querySelector('.editor')?.shadowRoot;
    const id = root?.querySelector('[role=textbox]')?.getAttribute('aria-describedby') ?? '';
    return root?.getElementById(id)?.textContent;
  });
  expect(description).toContain('Escape and then Tab leaves');
});

test('of a region, its lines alone are edited, with the numbers of the file', async () => {
  const page = await editorPage(browser, SAMPLE, { region: 'step' });
  await open(page);
  expect(await page.locator('.cm-content').innerText()).toMatch(/^async def step[\s\S]*LIMIT\n?$/);
  expect(await page.locator('.cm-lineNumbers .cm-gutterElement').last().textContent()).toBe('17');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' * 2');
  expect(await source(page)).toBe(SAMPLE.replace('+ LIMIT', '+ LIMIT * 2'));
});

test('lines that a variant removes are not edited', async () => {
  const page = await editorPage(browser, SAMPLE, { region: 'step' });
  await page.evaluate(() => {
    for (const line of [...document.querySelectorAll('pre code > span')].slice(0, 2)) {
      const removed = document.createElement('del');
      removed.textContent = 'with lock:\n';
      line.before(removed);
    }
  });
  await open(page);
  expect(await page.locator('.cm-content').innerText()).toMatch(/^async def step[\s\S]*LIMIT\n?$/);
  expect(await page.locator('.cm-lineNumbers .cm-gutterElement').last().textContent()).toBe('17');
  expect(await source(page)).toBe(SAMPLE);
});

test('text that replaces several lines breaks no policy of the page, however it comes', async () => {
  const page = await editorPage(browser, SAMPLE);
  await open(page);
  const textbox = page.getByRole('textbox', { name: 'Code of sample' });
  await textbox.press('Control+a');
  await page.keyboard.type('x = 1');
  expect(await source(page)).toMatch(/\nx = 1\n$/);
  await textbox.press('Control+a');
  await page.keyboard.insertText('a = 1\nb = [\n    2,\n]');
  expect(await source(page)).toMatch(/\na = 1\nb = \[\n {4}2,\n\]\n$/);
  await textbox.press('Control+Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Delete');
  await textbox.press('Control+a');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nc = (1,\n2)');
  expect(await source(page)).toMatch(/\nc = \(1,\n/);
  expect(await refused(page)).toEqual([]);
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Edit } from './dev-edits.ts';

/** Milliseconds from writing a file until the open page shows it. @throws Error if it never does */
export async function editLatency(page: Page, site: string, edit: Edit, round: number): Promise<number> {
  const file = join(site, edit.file);
  const text = await readFile(file, 'utf8');
  const changed = edit.change(text, round);
  if (changed === text) throw new Error(`${edit.name}: round ${round} changes nothing in ${file}`);
  // The browser and this process read the same clock.
  const shown = page.evaluate(
    ({ selector, expected }) =>
      new Promise<number>((resolve, reject) => {
        const check = (): void => {
          const elements = [...document.querySelectorAll(selector)];
          if (elements.some(({ textContent }) => textContent?.includes(expected))) resolve(Date.now());
        };
        const observer = new MutationObserver(check);
        observer.observe(document, { childList: true, subtree: true, characterData: true });
        setTimeout(() => reject(new Error(`never shown: ${expected}`)), 30_000);
      }),
    { selector: edit.selector, expected: edit.shows(round) },
  );
  const written = Date.now();
  await writeFile(file, changed);
  return (await shown) - written;
}

import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type Edit, fileOf } from './edits.ts';
import { median } from './table.ts';

/** Milliseconds from writing a file until the open page shows it. @throws Error where it never does */
export async function latency(page: Page, site: string, edit: Edit, round: number): Promise<number> {
  const file = fileOf(site, edit);
  const text = await readFile(file, 'utf8');
  const changed = edit.change(text, round);
  if (changed === text) throw new Error(`${edit.name}: round ${round} changes nothing in ${file}`);
  // Both clocks are the machine's own.
  const shown = page.evaluate(
    ({ where, text: wanted }) =>
      new Promise<number>((resolve, reject) => {
        const look = (): void => {
          if ([...document.querySelectorAll(where)].some(({ textContent }) => textContent?.includes(wanted)))
            resolve(Date.now());
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
        setTimeout(() => reject(new Error(`never shown: ${wanted}`)), 30_000);
      }),
    { where: edit.where, text: edit.shows(round) },
  );
  const written = Date.now();
  await writeFile(file, changed);
  return (await shown) - written;
}

/** `112 ms, 90 % within 140 ms` of some milliseconds. */
export function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${Math.round(median(values))} ms, 90 % within ${Math.round(sorted[Math.ceil(sorted.length * 0.9) - 1] ?? Number.NaN)} ms`;
}

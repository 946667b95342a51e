import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** An edit that an author makes, and what the open page shows afterwards. */
export interface Edit {
  readonly name: string;
  /** Relative to the site. */
  readonly file: string;
  /** Text of the file → its text in this round. */
  readonly change: (text: string, round: number) => string;
  /** Elements of the page that show the edit. */
  readonly selector: string;
  /** Text that they show in this round. */
  readonly shows: (round: number) => string;
}

const marker = (round: number): string => `round-${round}-of-many`;

/** One of each kind, all on the page of the first article of a generated site. */
export const EDITS: readonly Edit[] = [
  {
    name: 'example',
    file: 'examples/track_001/topic_0001_1.py',
    change: (text, round) => text.replace(/^words = .*$/m, `words = ["${marker(round)}"]`),
    selector: '.panel.out samp',
    shows: round => `${marker(round)} 1`,
  },
  {
    name: 'recording',
    file: 'examples/track_001/topic_0001_2.out',
    change: (text, round) => text.replace(/^.*$/m, marker(round)),
    selector: '.difference samp',
    shows: marker,
  },
  {
    name: 'article',
    file: 'content/track-001/topic-0001.mdx',
    change: (text, round) => text.replace(/^See also .*$|^The round-.*$/m, `The ${marker(round)}.`),
    selector: '.prose p',
    shows: marker,
  },
  {
    name: 'component',
    file: 'src/components/figure/OutputPanel.astro',
    change: (text, round) =>
      text.replace(/<span>\{label\}.*<\/span>/, `<span>{label}, ${marker(round)}</span>`),
    selector: '.panel .label',
    shows: marker,
  },
];

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

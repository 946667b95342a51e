import type { Kept } from './kept-progress.ts';

/** Where the reader of an article is: its last heading above the middle of the window. */
export function readingPlace(): Pick<Kept, 'hash' | 'heading'> {
  const headings = [...document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')];
  const current = headings.findLast(heading => heading.getBoundingClientRect().top < innerHeight / 2);
  return { hash: current?.id ?? '', heading: current?.textContent.trim() ?? '' };
}

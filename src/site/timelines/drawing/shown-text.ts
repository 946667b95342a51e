import stringWidth from 'string-width';
import { oneLine } from '../facts/visible-text.ts';

/** Width of one column of the font for code, which has 12.5 units. */
const CODE_COLUMN = 7.6;
/** Width of one letter of the font for words, at most on the average. */
const WORD_LETTER = 6.6;

const LETTERS = new Intl.Segmenter('en');

/** How wide a text is in the font for code. */
export function codeWidth(text: string): number {
  return columns(text) * CODE_COLUMN;
}

/** How wide a text is in the font for words. */
export function wordsWidth(text: string): number {
  return columns(text) * WORD_LETTER;
}

/** Columns of a text: letters of some scripts take two. */
function columns(text: string): number {
  return /^[ -~…]*$/.test(text) ? text.length : stringWidth(text);
}

/** As much of a text as a width holds. What is cut ends in `…`; the list below the drawing has all of it. */
export function cutCode(text: string, width: number): string {
  const line = oneLine(text);
  if (codeWidth(line) <= width) return line;
  let shown = '';
  let free = width - codeWidth('…');
  for (const { segment } of LETTERS.segment(line)) {
    free -= codeWidth(segment);
    if (free < 0) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}

/** A name in two lines at most: `Thread-1`, `(download)`; `ThreadPool`, `Executor-0_0`. */
export function nameLines(name: string, width: number): readonly string[] {
  const line = oneLine(name);
  if (codeWidth(line) <= width && !/\S \(/.test(line)) return [line];
  const parts = line.match(/ ?\(.*\)$|[A-Z]?(?:(?! \()[^A-Z])+|[A-Z]+/g) ?? [];
  let first = '';
  for (const part of parts) {
    if (part.startsWith(' (') || codeWidth(first + part) > width) break;
    first += part;
  }
  const rest = line.slice(first.length).trim();
  return [first, rest].filter(each => each !== '').map(each => cutCode(each, width));
}

import type { Excerpt } from './ledger.ts';

/** Characters that an excerpt keeps: more than a page shows, and few enough for a ledger of many entries. */
const MAX_CHARACTERS = 20_000;

/** The beginning of an output or a file. */
export function excerpt(text: string): Excerpt {
  if (text.length <= MAX_CHARACTERS) return { text, omitted: 0 };
  // A character of two UTF-16 units is not cut in half.
  const kept = text.slice(0, MAX_CHARACTERS).replace(/[\ud800-\udbff]$/, '');
  return { text: kept, omitted: text.length - kept.length };
}

import { stripVTControlCharacters } from 'node:util';

/** The text of an output as a page shows it: without the control sequences that a terminal obeys. */
export function shownOutput(text: string): string {
  return stripVTControlCharacters(text);
}

/** The first group of the first match of a pattern in an output; undefined if nothing matches. */
export function capture(output: string, pattern: string): string | undefined {
  return new RegExp(pattern, 'mu').exec(shownOutput(output))?.[1];
}

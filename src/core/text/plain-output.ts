import { stripVTControlCharacters } from 'node:util';

/** The text of an output as a page shows it: without the control sequences that a terminal would obey. */
export function shownOutput(text: string): string {
  return stripVTControlCharacters(text);
}

/** The first group of the first match in an output; undefined if nothing matches. */
export function capture(output: string, match: string): string | undefined {
  return new RegExp(match, 'mu').exec(shownOutput(output))?.[1];
}

import { stripVTControlCharacters } from 'node:util';
import { compilePattern } from './pattern.ts';

/** The text of an output as a page shows it: without the control sequences that a terminal obeys. */
export function shownOutput(text: string): string {
  return stripVTControlCharacters(text);
}

/** What a pattern captures in an output as a page shows it. */
export interface Capture {
  readonly text: string;
  /** Offset in the shown output. */
  readonly start: number;
}

/** The first group of the first match of a pattern in an output; undefined if nothing matches. */
export function capture(output: string, pattern: string): Capture | undefined {
  const shown = shownOutput(output);
  const group = compilePattern(pattern, true).find(shown)?.group;
  return group && { text: shown.slice(group.start, group.end), start: group.start };
}

import { compilePattern } from './pattern.ts';

/** Colors and weights: https://en.wikipedia.org/wiki/ANSI_escape_code#SGR */
const STYLES = /\u001b\[[\d;:]{0,100}m/g;

/** The text of an output as a page shows it: without its styles, the only sequences that are verified. */
export function shownOutput(text: string): string {
  return text.replaceAll(STYLES, '');
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

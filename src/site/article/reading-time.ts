/** Words a minute of technical prose, https://doi.org/10.1016/j.jml.2019.104047 (238 for non-fiction, rounded down for terms). */
const WORDS_PER_MINUTE = 220;
/** Seconds for a line of code that the reader is to understand. */
const SECONDS_PER_CODE_LINE = 1.5;

/** Minutes that an article takes to read, at least one. */
export function readingMinutes(words: number, codeLines: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + (codeLines * SECONDS_PER_CODE_LINE) / 60));
}

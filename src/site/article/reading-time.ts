/** 238 for non-fiction, less for technical terms: https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_PER_MINUTE = 220;
/** An estimate for code that the reader wants to understand. */
const SECONDS_PER_CODE_LINE = 1.5;

/** Minutes that an article takes to read, at least one. */
export function readingMinutes(words: number, codeLines: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + (codeLines * SECONDS_PER_CODE_LINE) / 60));
}

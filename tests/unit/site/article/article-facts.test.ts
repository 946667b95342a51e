import { expect, test } from 'vitest';
import { readingMinutes } from '../../../../src/site/article/article-facts.ts';

test.for([
  [0, 0, 1],
  [220, 0, 1],
  [2200, 0, 10],
  [2200, 80, 12],
  [0, 400, 10],
] as const)('%i words and %i lines of code take %i min', ([words, codeLines, minutes]) => {
  expect(readingMinutes(words, codeLines)).toBe(minutes);
});

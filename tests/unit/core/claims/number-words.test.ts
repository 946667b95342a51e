import { expect, test } from 'vitest';
import { numberOfWords, wordsOfNumber } from '../../../../src/core/claims/number-words.ts';

test.for([
  ['zero', 0],
  ['One', 1],
  ['twelve', 12],
  ['twenty', 20],
  ['twenty-five', 25],
  ['twenty five', 25],
  ['a dozen', 12],
  ['two dozen', 24],
  ['half a dozen', 6],
  ['a hundred', 100],
  ['one hundred', 100],
  ['hundred', 100],
  ['two hundred and fifty', 250],
  ['a hundred and one', 101],
  ['two thousand', 2000],
  ['two\nthousand', 2000],
  ['twelve hundred', 1200],
  ['a hundred thousand', 100_000],
  ['five hundred thousand', 500_000],
  ['a thousand and one', 1001],
  ['three million two hundred thousand and five', 3_200_005],
  ['half a million', 500_000],
  ['half', 0.5],
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
] as const)('%j is the number %d', ([words, number]) => {
  expect(numberOfWords(words)).toBe(number);
});

test.for([
  '',
  'a',
  'a five',
  'and',
  'five and',
  'and five',
  'five six',
  'five-six',
  'twenty eleven',
  'twenty-zero',
  'five twenty',
  'hundreds',
  'two thousands',
  'thousand million',
  'two thousand thousand',
  'twice five',
  'half five',
  'half a five',
  'a half',
  'five downloads',
  'constructor',
  '5',
])('%j is no number in words', words => {
  expect(numberOfWords(words)).toBeUndefined();
});

test('the words of each whole number are read as that number', () => {
  expect([5, 25, 100, 101, 250, 1000, 1100, 2000, 100_000].map(wordsOfNumber)).toEqual([
    'five',
    'twenty-five',
    'a hundred',
    'a hundred and one',
    'two hundred and fifty',
    'a thousand',
    'a thousand one hundred',
    'two thousand',
    'a hundred thousand',
  ]);
  for (let number = 0; number < 1e9; number = number < 2000 ? number + 1 : Math.floor(number * 1.01))
    expect(numberOfWords(wordsOfNumber(number) ?? '')).toBe(number);
  expect([-1, 0.5, 1e9, Number.NaN].map(wordsOfNumber)).toEqual([undefined, undefined, undefined, undefined]);
});

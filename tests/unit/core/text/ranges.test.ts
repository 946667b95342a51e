import { expect, test } from 'vitest';
import { parseRanges } from '../../../../src/core/text/lines.ts';

test.for([
  ['4', [4]],
  ['4-6', [4, 5, 6]],
  ['4-6,9', [4, 5, 6, 9]],
  [' 1 - 2 , 4 ', [1, 2, 4]],
  ['9,1', [9, 1]],
  ['3-3', [3]],
  ['1-3,2', [1, 2, 3]],
] as const)('%j names the lines %j', ([text, lines]) => {
  expect([...(parseRanges(text) ?? [])]).toEqual(lines);
});

test.for(['', 'a', '0', '3-1', '1-', '-1', '1,,2', '1.5', '1-99999999'])('%j is no list of lines', text => {
  expect(parseRanges(text)).toBeUndefined();
});

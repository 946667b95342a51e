import { expect, test } from 'vitest';
import { joinLines, sliceLines, splitLines } from '../../../../src/core/text/lines.ts';
import { seeded, seeds } from '../../../fixtures/seeded.ts';

test.for([
  ['', [], true],
  ['\n', [''], true],
  ['a', ['a'], false],
  ['a\n', ['a'], true],
  ['a\n\nb', ['a', '', 'b'], false],
  ['a\r\n', ['a\r'], true],
  ['a\u2028b\n', ['a\u2028b'], true],
] as const)('%j has the lines %j', ([text, lines, closed]) => {
  expect(splitLines(text)).toEqual({ lines, closed });
});

test('joining the lines of a text gives the text back', () => {
  for (const seed of seeds(500)) {
    const random = seeded(seed);
    const text = random.list(12, () => random.pick(['a', 'b', '\n', '\n', '\r', ' ', '\0', 'é'])).join('');
    expect(joinLines(splitLines(text)), `seed ${seed}`).toBe(text);
  }
});

test.for([
  ['a\nb\nc\n', '2-3', 'b\nc\n'],
  ['a\nb\nc\n', '1-1', 'a\n'],
  ['a\nb\nc', '2-3', 'b\nc'],
  ['a\nb', undefined, 'a\nb'],
] as const)('of %j, the lines %s are %j', ([text, range, expected]) => {
  expect(sliceLines(text, range)).toBe(expected);
});

import { expect, test } from 'vitest';
import { joinLines, splitLines } from '../../../../src/core/text/lines.ts';
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

import { expect, test } from 'vitest';
import { mendedPattern } from '../../../../src/core/text/pattern.ts';

test.for([
  [String.raw`Names: \d+`, String.raw`Names: (\d+)`],
  [String.raw`\w+: \d+\.\d`, String.raw`\w+: (\d+\.\d)`],
  ['done', '(done)'],
  [String.raw`(Names): (\d+)`, String.raw`(?:Names): (\d+)`],
  [String.raw`Names: (\d+`, String.raw`Names: (\d+)`],
  [String.raw`(\d+)(?= times)`, String.raw`(\d+) times`],
  [String.raw`(?<=at )(\d+)`, String.raw`at (\d+)`],
  [String.raw`(\d+)`, undefined],
  ['[0-9', undefined],
  ['(', undefined],
] as const)('%s with one group is %s', ([text, meant]) => {
  expect(mendedPattern(text, true)).toBe(meant);
});

test('a pattern that needs no group gets none', () => {
  expect(mendedPattern('a+', false)).toBeUndefined();
  expect(mendedPattern('(?=a)b', false)).toBe('ab');
});

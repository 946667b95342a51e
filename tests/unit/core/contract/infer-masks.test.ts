import { describe, expect, test } from 'vitest';
import { applyMasks, type Mask } from '../../../../src/core/contract/masks/mask.ts';
import { contractSchema } from '../../../../src/core/contract/contract-schema.ts';
import { inferMasks } from '../../../../src/core/contract/infer-contract.ts';
import { splitLines } from '../../../../src/core/text/lines.ts';

const inferred = (...outputs: string[]): readonly Mask[] | undefined => inferMasks(outputs.map(linesOf), []);

function linesOf(output: string): readonly string[] {
  return splitLines(output).lines;
}

describe('the masks that fit', () => {
  test('outputs of the same lines are none, in whatever order', () => {
    expect(inferred('a\nb\n', 'b\na\n')).toEqual([]);
  });

  test.for<[string, string, Mask[]]>([
    ['in 2.01 seconds\n', 'in 1.99 seconds\n', ['duration']],
    ['at 0x7f3b2c1d5e50\n', 'at 0x7f3b2c1d5fa0\n', ['address']],
    ['ident 140234567890123\n', 'ident 140234567890456\n', ['thread-id']],
    ['pid 17\n', 'pid 18\n', ['pid']],
    ['on 2026-11-22\n', 'on 2026-11-23\n', ['date']],
    ['id 123e4567-e89b-12d3-a456-426614174000\n', 'id 223e4567-e89b-12d3-a456-426614174000\n', ['uuid']],
    ['in /tmp/ab12/x\n', 'in /tmp/cd34/x\n', ['path']],
  ])('%j and %j are %j', ([a, b, expected]) => {
    expect(inferred(a, b)).toEqual(expected);
  });

  test('random whole numbers are a pattern of whole numbers', () => {
    expect(inferred('You rolled 3 (of 6)\n', 'You rolled 5 (of 6)\n')).toEqual([
      { name: 'number', pattern: String.raw`^You rolled (\d+) \(of 6\)` },
    ]);
  });

  test('random fractions are a pattern of fractions', () => {
    expect(inferred('x = 0.25\n', 'x = 1e-05\n')).toEqual([
      { name: 'number', pattern: String.raw`^x = (\d+(?:\.\d+)?(?:e[+-]?\d+)?)` },
    ]);
  });

  test('several lines with numbers are a mask for each of their shapes', () => {
    expect(inferred('a 1\nb 2\nc\n', 'a 3\nb 4\nc\n')).toEqual([
      { name: 'number', pattern: String.raw`^a (\d+)` },
      { name: 'number-2', pattern: String.raw`^b (\d+)` },
    ]);
  });

  test('a duration beside another number are a name and a pattern that the name does not get into', () => {
    expect(inferred('took 2 s for 14 items\n', 'took 3 s for 15 items\n')).toEqual([
      'duration',
      { name: 'number', pattern: String.raw` for (\d+) items` },
    ]);
  });

  test('lines that differ in words, or in two numbers, are none at all', () => {
    expect(inferred('heads\n', 'tails\n')).toBeUndefined();
    expect(inferred('1 of 2\n', '3 of 4\n')).toBeUndefined();
    expect(inferred('a\n', 'a\na\n')).toBeUndefined();
  });

  test('come on top of those that the contract has', () => {
    expect(inferMasks([['pid 1 rolled 3'], ['pid 2 rolled 5']], ['pid'])).toEqual([
      { name: 'number', pattern: String.raw` rolled (\d+)` },
    ]);
  });
});

test('a pattern of a long line with signs in it is a regular expression that takes the number', () => {
  for (const signs of ['((((', '\\\\', '[a](b)', '***', '/x/']) {
    for (let length = 36; length <= 44; length += 1) {
      const text = signs.padStart(length, 'x');
      for (const [a, b] of [
        [`${text} 1`, `${text} 2`],
        [`1 ${text}`, `2 ${text}`],
      ] as const) {
        const mask = contractSchema.shape.mask.parse(inferred(a, b));
        expect(
          applyMasks([a], mask).spans.map(span => span.text),
          a,
        ).toEqual(['1']);
      }
    }
  }
});

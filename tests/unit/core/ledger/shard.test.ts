import { describe, expect, test } from 'vitest';
import type { ProblemError } from '../../../../src/core/problems/problem.ts';
import { examplesOfShard, parseShard } from '../../../../src/core/ledger/shard.ts';

const COUNTS = [1, 2, 3, 4, 7, 40];
const examples = Array.from({ length: 30 }, (_, number) => ({
  id: `topic_${number % 4}/example_${number}`,
  cores: number % 10 === 0 ? 2 : 1,
}));
const parts = (count: number, all = examples): (readonly { id: string; cores: number }[])[] =>
  Array.from({ length: count }, (_, index) => examplesOfShard(all, { index: index + 1, count }));

describe('the examples are dealt so that', () => {
  test.for(COUNTS)('each is in one of %i shards', count => {
    expect(
      parts(count)
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(examples.map(({ id }) => id).sort());
  });

  test.for(COUNTS)('%i shards differ by one example at most', count => {
    const sizes = parts(count).map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('those that need several cores are spread, and those of one topic', () => {
    expect(parts(3).map(part => part.filter(({ cores }) => cores === 2).length)).toEqual([1, 1, 1]);
    const sizes = parts(2).map(part => part.filter(({ id }) => id.startsWith('topic_1/')).length);
    expect(Math.abs((sizes[0] ?? 0) - (sizes[1] ?? 0))).toBeLessThanOrEqual(1);
  });

  test('the order in which a machine found them is nothing to it', () => {
    expect(parts(4, examples.toReversed())).toEqual(parts(4));
  });
});

describe('a shard is written', () => {
  test('as which of how many', () => {
    expect(parseShard('2/4')).toEqual({ index: 2, count: 4 });
    expect(parseShard('1/1')).toEqual({ index: 1, count: 1 });
  });

  test.for([
    [
      '2',
      '"2" is not a shard: write which of how many, as two whole numbers.',
      'From --shard 1/4 to --shard 4/4',
    ],
    [
      '1.5/4',
      '"1.5/4" is not a shard: write which of how many, as two whole numbers.',
      'From --shard 1/4 to --shard 4/4',
    ],
    [
      '',
      '"" is not a shard: write which of how many, as two whole numbers.',
      'From --shard 1/4 to --shard 4/4',
    ],
    [
      '-1/4',
      '"-1/4" is not a shard: write which of how many, as two whole numbers.',
      'From --shard 1/4 to --shard 4/4',
    ],
    ['1/0', '"1/0" is not a shard: there is at least one.', 'From --shard 1/4 to --shard 4/4'],
    ['0/3', '"0/3" is not a shard: they are counted from 1.', 'From --shard 1/3 to --shard 3/3'],
    ['5/4', '"5/4" is not a shard: the last one is 4/4.', 'From --shard 1/4 to --shard 4/4'],
    ['2/1', '"2/1" is not a shard: the last one is 1/1.', '--shard 1/1'],
  ] as const)('and not as "%s"', ([text, title, remedy]) => {
    expect(() => parseShard(text)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        problems: [{ file: 'command line', title, remedy }],
      }) as ProblemError,
    );
  });
});

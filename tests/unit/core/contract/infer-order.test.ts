import { describe, expect, test } from 'vitest';
import { inferOrder, makesEqual } from '../../../../src/core/contract/infer-order.ts';
import { swaps } from '../../../../src/core/contract/order.ts';
import { seeded, seeds } from '../../../fixtures/seeded.ts';

const inferred = (...outputs: string[]): ReturnType<typeof inferOrder> =>
  inferOrder(outputs.map(output => output.split(', ')));

describe('the tightest order that fits', () => {
  test('outputs that are the same is the exact one', () => {
    expect(inferred('a, b, c', 'a, b, c')).toBe('exact');
  });

  test('lines that share nothing is any', () => {
    expect(inferred('one, two, three', 'three, one, two', 'two, three, one')).toBe('any');
  });

  test('groups that never mix is stages, by what their lines have in common', () => {
    expect(
      inferred(
        'Downloading a, Downloading b, Done: a, Done: b, All done',
        'Downloading b, Downloading a, Done: b, Done: a, All done',
      ),
    ).toEqual({ stages: ['Downloading *', 'Done: *', 'All done'] });
  });

  test('groups whose lines end alike is stages by their ends', () => {
    expect(
      inferred(
        'ann starts, bob starts, ann stops, bob stops',
        'bob starts, ann starts, bob stops, ann stops',
      ),
    ).toEqual({ stages: ['* starts', '* stops'] });
  });

  test('workers that keep their own order is the key that names them', () => {
    expect(inferred('[a] 1, [a] 2, [b] 1, [b] 2', '[b] 1, [a] 1, [b] 2, [a] 2')).toEqual({
      key: String.raw`^\[([^\]]+)\]`,
    });
    expect(inferred('ann: 1, ann: 2, bob: 1, bob: 2', 'bob: 1, bob: 2, ann: 1, ann: 2')).toEqual({
      key: '^([^:]+):',
    });
  });

  test('workers between a first and a last line is stages with a key', () => {
    expect(
      inferred('start, [a] 1, [a] 2, [b] 1, [b] 2, end', 'start, [b] 1, [a] 1, [a] 2, [b] 2, end'),
    ).toEqual({ stages: ['start', '[*', 'end'], key: String.raw`^\[([^\]]+)\]` });
  });

  test('groups with a blank line between them names it', () => {
    expect(inferred('x 1, x 2, , end', 'x 2, x 1, , end')).toEqual({ stages: ['x *', '', 'end'] });
  });

  test('a line that looks like a glob takes it literally', () => {
    const order = inferred('x 1, x 2, 2 * 3, !', 'x 2, x 1, 2 * 3, !');
    expect(order).toEqual({ stages: ['x *', String.raw`2 \* 3`, String.raw`\!`] });
  });

  test('masked lines names no mask', () => {
    expect(
      inferred(
        'pid \0pid\0 a, pid \0pid\0 b, took \0seconds\0 s',
        'pid \0pid\0 b, pid \0pid\0 a, took \0seconds\0 s',
      ),
    ).toEqual({ stages: ['pid * *', 'took * s'] });
  });
});

test('the order that is found makes all outputs one', () => {
  for (const seed of seeds(150)) {
    const random = seeded(seed);
    const lines = random.list(
      7,
      () => `${random.pick(['[a]', '[b]', 'go', '*'])} ${random.pick(['1', '2', 'x y'])}`,
    );
    const outputs = [lines, random.shuffle(lines), random.shuffle(lines)];
    expect(makesEqual(inferOrder(outputs), outputs), `seed ${seed}`).toBe(true);
  }
});

test('an order lets as many pairs swap as there are different neighbours that commute', () => {
  expect(swaps(['a', 'b', 'c'], 'any')).toBe(3);
  expect(swaps(['a', 'a', 'b'], 'any')).toBe(2);
  expect(swaps(['a', 'b', 'c'], 'exact')).toBe(0);
  expect(swaps(['a1', 'a2', 'b1'], { key: '^(.)' })).toBe(2);
});

import { describe, expect, test } from 'vitest';
import { inferContract } from '../../../../src/core/contract/infer-contract.ts';

const NOTHING: readonly never[] = [];

describe('the tightest contract that fits', () => {
  test('is exact where every output is the same', () => {
    expect(inferContract(['a\nb\n', 'a\nb\n'], NOTHING)).toEqual({ order: 'exact', masks: [] });
  });

  test('is an order where the lines are the same', () => {
    expect(inferContract(['a\nb\n', 'b\na\n'], NOTHING)).toEqual({ order: 'any', masks: [] });
  });

  test('is a mask where the order is the same', () => {
    expect(inferContract(['a\npid 1\n', 'a\npid 2\n'], NOTHING)).toEqual({ order: 'exact', masks: ['pid'] });
  });

  test('is an order and a mask where both vary', () => {
    expect(inferContract(['start a\nstart b\nin 2.0 s\n', 'start b\nstart a\nin 2.1 s\n'], NOTHING)).toEqual({
      order: { stages: ['start *', 'in *'] },
      masks: ['duration'],
    });
  });

  test('is none where some end with a line feed and some do not', () => {
    expect(inferContract(['a\n', 'a'], NOTHING)).toBeUndefined();
  });

  test('is none where words vary', () => {
    expect(inferContract(['heads\n', 'tails\n'], NOTHING)).toBeUndefined();
  });
});

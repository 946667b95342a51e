import { describe, expect, test } from 'vitest';
import { isDisturbed } from '../../../../src/runner/scheduling/cpu-contention.ts';

describe('a run of ten seconds on two cores', () => {
  test('was not disturbed when it used them all', () => {
    expect(isDisturbed(19.5, 2, 10, 0)).toBe(false);
  });

  test('was not disturbed when what it did not use was idle', () => {
    expect(isDisturbed(10, 2, 10, 10)).toBe(false);
  });

  test('was disturbed when what it did not use was not idle', () => {
    expect(isDisturbed(10, 2, 10, 0)).toBe(true);
  });

  test('counts as disturbed when nobody knows what it used', () => {
    expect(isDisturbed(undefined, 2, 10, 0)).toBe(true);
    expect(isDisturbed(Number.NaN, 2, 10, 0)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { isUnderContention } from '../../../../src/runner/scheduling/cpu-contention.ts';

describe('a run of ten seconds on two cores', () => {
  test('is not under contention if it used both cores', () => {
    expect(isUnderContention(19.5, 2, 10, 0)).toBe(false);
  });

  test('is not under contention if the time that it did not use was idle', () => {
    expect(isUnderContention(10, 2, 10, 10)).toBe(false);
  });

  test('is under contention if the time that it did not use was not idle', () => {
    expect(isUnderContention(10, 2, 10, 0)).toBe(true);
  });

  test('counts as under contention if its CPU time is unknown', () => {
    expect(isUnderContention(undefined, 2, 10, 0)).toBe(true);
    expect(isUnderContention(Number.NaN, 2, 10, 0)).toBe(true);
  });
});

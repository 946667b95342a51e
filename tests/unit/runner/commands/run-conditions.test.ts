import { describe, expect, test } from 'vitest';
import { perturbations } from '../../../../src/runner/commands/run-repeatedly.ts';

describe('the conditions of many runs', () => {
  test('begin with the plain ones', () => {
    expect(perturbations(1, 1)).toEqual([{ load: false, hashSeed: 0 }]);
  });

  test('give each run a hash seed of its own', () => {
    expect(perturbations(30, 1).map(({ hashSeed }) => hashSeed)).toEqual(
      Array.from({ length: 30 }, (_, index) => index),
    );
  });

  test('go through one core and all, small and large switch intervals, with and without load', () => {
    const combinations = perturbations(12, 1).map(({ load, cores, switchInterval }) =>
      JSON.stringify([load, cores?.length ?? 'all', switchInterval ?? 'usual']),
    );
    expect(new Set(combinations).size).toBe(12);
  });

  test('give an example that needs several cores no less', () => {
    expect(perturbations(24, 2).filter(({ cores }) => cores !== undefined)).toEqual([]);
  });
});

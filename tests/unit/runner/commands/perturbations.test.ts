import { describe, expect, test } from 'vitest';
import { describeConditions, perturbations } from '../../../../src/runner/commands/perturbations.ts';
import { contractOf } from '../../../fixtures/examples.ts';

const plain = (runs: number, contract = contractOf()) => perturbations({ runs, pauses: false }, contract);
const paused = (runs: number, contract = contractOf()) => perturbations({ runs, pauses: true }, contract);

describe('the conditions of many runs', () => {
  test('begin with the plain ones', () => {
    expect(plain(1)).toEqual([{ load: false, hashSeed: 0 }]);
    expect(paused(1)).toEqual([{ load: false, hashSeed: 0 }]);
  });

  test('give each run a hash seed of its own', () => {
    expect(paused(30).map(({ hashSeed }) => hashSeed)).toEqual(
      Array.from({ length: 30 }, (_, index) => index),
    );
  });

  test('go through one core and all, small and large switch intervals, with and without load', () => {
    const combinations = plain(12).map(({ load, cores, switchInterval }) =>
      JSON.stringify([load, cores?.length ?? 'all', switchInterval ?? 'usual']),
    );
    expect(new Set(combinations).size).toBe(12);
  });

  test('have all of these in twenty runs, and eight with pauses, where pauses are asked for', () => {
    const strip = (conditions: ReturnType<typeof plain>): unknown[] =>
      conditions.map(({ hashSeed: _, ...each }) => each);
    const twenty = paused(20);
    expect(strip(twenty.filter(({ pauses }) => pauses !== true))).toEqual(strip(plain(12)));
    expect(twenty.filter(({ pauses }) => pauses === true)).toHaveLength(8);
    expect(plain(20).filter(({ pauses }) => pauses === true)).toEqual([]);
  });

  test('give an example that needs several cores no less', () => {
    expect(plain(24, contractOf({ cores: 2 })).filter(({ cores }) => cores !== undefined)).toEqual([]);
  });

  test.for([
    { cores: 2 },
    { elapsed: { max: 2 } },
    { mask: [{ name: 'ratio', pattern: String.raw`(\d) times`, min: 1 }] },
  ])('never pause an example that measures: %o', contract => {
    expect(paused(20, contractOf(contract)).filter(({ pauses }) => pauses === true)).toEqual([]);
  });

  test('are named in words', () => {
    expect(
      describeConditions({ load: true, cores: [0], switchInterval: 0.1, pauses: true, hashSeed: 3 }),
    ).toBe('one core, switch interval 0.1 s, under load, with pauses, hash seed 3');
    expect(describeConditions({ load: false, hashSeed: 0 })).toBe('all cores, hash seed 0');
  });
});

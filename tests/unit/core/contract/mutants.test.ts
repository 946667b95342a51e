import { describe, expect, test } from 'vitest';
import { mutants, mutationScore } from '../../../../src/core/contract/mutants.ts';
import { contractOf } from '../../../fixtures/examples.ts';

const names = (recorded: string, table = {}): string[] =>
  mutants(recorded, contractOf(table)).map(({ name }) => name);
const allowed = (recorded: string, table: Readonly<Record<string, unknown>>): string[] =>
  mutationScore(recorded, contractOf(table)).allowed.map(({ name, allowed: why }) => `${name}: ${why}`);

describe('a recording is changed in every small way:', () => {
  test('its lines, its letters, its numbers, its end', () => {
    expect(names('ab\nn 2\n')).toEqual([
      'add a line',
      'empty the output',
      'drop the last line feed',
      'drop line 1',
      'drop line 2',
      'double line 1',
      'double line 2',
      'swap lines 1 and 2',
      'line 1: letter 1',
      'line 1: letter 2',
      'line 1: a blank at the end',
      'line 2: letter 1',
      'line 2: a blank at the end',
      'line 2: 2 to 3',
      'line 2: 2 to 2007',
    ]);
  });

  test('but a change that changes nothing is none', () => {
    expect(names('a\na\n')).not.toContain('swap lines 1 and 2');
    expect(names('')).toEqual(['add a line']);
  });
});

describe('of these changes,', () => {
  test('an exact contract rejects every one', () => {
    const recorded = 'Counter: 500000\nIt took 2.0 s\n';
    expect(mutationScore(recorded, contractOf())).toEqual({
      rejected: mutants(recorded, contractOf()).length,
      allowed: [],
      wronglyAccepted: [],
    });
  });

  test('an order allows the swaps that it speaks of, and says why', () => {
    expect(allowed('a 1\na 2\nb\n', { order: 'any' })).toEqual([
      'swap lines 1 and 2: lines may come in any order',
      'swap lines 2 and 3: lines may come in any order',
    ]);
    expect(allowed('a 1\na 2\nb\n', { order: { stages: ['a *', 'b'] } })).toEqual([
      'swap lines 1 and 2: both are in the stage "a *"',
    ]);
    expect(allowed('a 1\na 2\nb 1\n', { order: { key: '^(.)' } })).toEqual([
      'swap lines 2 and 3: their keys differ: a, b',
    ]);
  });

  test('a mask allows those of what it takes, within its bounds', () => {
    expect(allowed('pid 7\n', { mask: ['pid'] })).toEqual([
      'line 1: 7 to 8: the mask "pid" covers it',
      'line 1: 7 to 7007: the mask "pid" covers it',
    ]);
    expect(
      allowed('in 2 s\n', { mask: [{ name: 'seconds', pattern: String.raw`in (\d+) s`, min: 1, max: 3 }] }),
    ).toEqual(['line 1: 2 to 3: the mask "seconds" covers it']);
  });

  test('none is accepted that the contract does not speak of', () => {
    for (const table of [
      {},
      { order: 'any' },
      { mask: ['pid', 'duration'] },
      { order: { stages: ['start *', '*'] }, mask: ['duration'] },
      { order: { key: '^(\\w+)' } },
    ]) {
      expect(
        mutationScore('start a\nstart b\npid 12 done in 2.5 s\nend\n', contractOf(table)).wronglyAccepted,
        JSON.stringify(table),
      ).toEqual([]);
    }
  });
});

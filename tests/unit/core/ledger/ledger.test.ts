import { describe, expect, test } from 'vitest';
import { isSound, type Ledger, type LedgerEntry, shortfalls } from '../../../../src/core/ledger/ledger.ts';
import { VERDICTS, type VerdictKind } from '../../../../src/core/verdict/verdict.ts';

const entry = (verdict: VerdictKind): LedgerEntry => ({
  id: verdict,
  file: `examples/${verdict}.py`,
  verdict,
  problems: [],
});
const ledger = (...verdicts: VerdictKind[]): Ledger => ({
  interpreters: [],
  entries: verdicts.map(entry),
  problems: [],
});

describe('what falls short', () => {
  test('is everything that is not verified, but for what was skipped', () => {
    expect(shortfalls(ledger(...VERDICTS), false).map(({ verdict }) => verdict)).toEqual([
      'drifted',
      'unrecorded',
      'failed',
      'timed-out',
    ]);
  });

  test('includes what was skipped where it is strict', () => {
    expect(shortfalls(ledger(...VERDICTS), true).map(({ verdict }) => verdict)).toEqual([
      'drifted',
      'unrecorded',
      'failed',
      'timed-out',
      'skipped',
    ]);
  });
});

describe('a ledger is sound', () => {
  test('when everything is verified', () => {
    expect(isSound(ledger('verified', 'verified'), true)).toBe(true);
  });

  test('with something skipped, unless it is strict', () => {
    expect(isSound(ledger('verified', 'skipped'), false)).toBe(true);
    expect(isSound(ledger('verified', 'skipped'), true)).toBe(false);
  });

  test('with a skipped example that its contract calls optional, strict or not; nothing else is', () => {
    const optional = (verdict: VerdictKind): Ledger => ({
      ...ledger(),
      entries: [{ ...entry(verdict), optional: true }],
    });
    expect(isSound(optional('skipped'), true)).toBe(true);
    for (const verdict of ['drifted', 'unrecorded', 'failed', 'timed-out'] as const)
      expect(isSound(optional(verdict), true)).toBe(false);
  });

  test('not while a file belongs to no example', () => {
    expect(
      isSound(
        {
          ...ledger('verified'),
          problems: [{ file: 'examples/stray.txt', title: 'The file belongs to no example.' }],
        },
        false,
      ),
    ).toBe(false);
  });
});

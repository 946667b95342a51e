import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerEntry } from '../../../src/core/ledger/ledger.ts';
import { shortfallsOf, skippedOf } from '../../../src/report/shortfall.ts';
import { DRIFTED, SKIPPED, SOUND, VERIFIED } from '../../fixtures/ledgers.ts';

const ledgerOf = (...entries: LedgerEntry[]): Ledger => ({ ...SOUND, entries });

/** What one interpreter says of an example that drifts, as `judge` words it. */
function drifted(python: string, named: boolean, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    ...DRIFTED,
    python,
    problems: [
      {
        file: DRIFTED.file,
        title: 'Output differs from the recording, a.out:2',
        ...(named ? { python: `CPython ${python}` } : {}),
        detail: '-a\n+b',
        remedy: `If it is right for this version, accept it: npm run record -- a --python ${python.slice(0, 4)}`,
      },
    ],
    ...more,
  };
}

describe('what falls short', () => {
  test.for([
    ['that one check ran', true],
    ['that each ran on a machine of its own', false],
  ] as const)('is one for all interpreters %s, with one command for all', ([, named]) => {
    expect(
      shortfallsOf(
        ledgerOf(drifted('3.14.1', named), VERIFIED, drifted('3.13.2', named), drifted('3.12.9', named)),
        true,
      ),
    ).toEqual([
      expect.objectContaining({
        name: 'threading/race',
        verdict: 'drifted',
        pythons: ['CPython 3.14.1', 'CPython 3.13.2', 'CPython 3.12.9'],
        problems: [
          {
            file: DRIFTED.file,
            title: 'Output differs from the recording, a.out:2',
            detail: '-a\n+b',
            remedy:
              'If it is right for these versions, accept it: npm run record -- a --python 3.14 ' +
              '--python 3.13 --python 3.12',
          },
        ],
      }),
    ]);
  });

  test('keeps what an output says of an interpreter', () => {
    const title = 'Output, line 1: ran under CPython 3.14.1 is out of its bounds.';
    const problems = [{ file: DRIFTED.file, title, python: 'CPython 3.14.1' }];
    const [found] = shortfallsOf(ledgerOf(drifted('3.14.1', true, { problems })), true);
    expect(found?.problems).toEqual([{ file: DRIFTED.file, title }]);
  });

  test('is one for each different output of interpreters', () => {
    const changes = (text: string): LedgerEntry['changes'] => [
      { stream: 'out', after: { text, omitted: 0 } },
    ];
    const found = shortfallsOf(
      ledgerOf(
        drifted('3.14.1', false, { changes: changes('x') }),
        drifted('3.13.2', false, { changes: changes('y') }),
        drifted('3.12.9', false, { changes: changes('x') }),
      ),
      true,
    );
    expect(
      found.map(({ pythons, problems }) => [pythons, problems[0]?.remedy?.split('--').slice(1)]),
    ).toEqual([
      [
        ['CPython 3.14.1', 'CPython 3.12.9'],
        [' a ', 'python 3.14 ', 'python 3.12'],
      ],
      [['CPython 3.13.2'], [' a ', 'python 3.13']],
    ]);
  });

  test('is what was skipped in continuous integration, unless it may be', () => {
    const ledger = ledgerOf(SKIPPED, { ...SKIPPED, id: 'b', optional: true });
    expect(
      [shortfallsOf(ledger, true), skippedOf(ledger, true)].map(found => found.map(({ name }) => name)),
    ).toEqual([['asyncio/groups'], ['b']]);
    expect(
      [shortfallsOf(ledger, false), skippedOf(ledger, false)].map(found => found.map(({ name }) => name)),
    ).toEqual([[], ['asyncio/groups', 'b']]);
  });
});

import { describe, expect, test } from 'vitest';
import { collectLedger, judgedEntry } from '../../../../src/core/ledger/collect-ledger.ts';
import type { LedgerEntry } from '../../../../src/core/ledger/ledger.ts';
import { CPYTHON, exampleOf, recordingOf, runOf, sourceOf } from '../../../fixtures/examples.ts';

const verified = (id: string, python: string): LedgerEntry => ({
  id,
  file: `examples/${id}.py`,
  verdict: 'verified',
  problems: [],
  python,
});
const nothing = { interpreters: [CPYTHON], judged: [], skipped: [], broken: [], problems: [] };

describe('a ledger', () => {
  test('holds what ran, what was skipped and what is broken, sorted by id', () => {
    const problem = { file: 'examples/topic/sample.py', title: 'No interpreter satisfies it.' };
    const { entries } = collectLedger({
      ...nothing,
      judged: [verified('z', '3.14.0'), verified('z', '3.13.0')],
      skipped: [{ example: exampleOf(sourceOf('optional = true')), problem }],
      broken: [{ id: 'a', file: 'examples/a.py', problems: [{ file: 'examples/a.py', title: 'Broken.' }] }],
    });
    expect(entries.map(({ id, verdict, python, optional }) => [id, verdict, python, optional])).toEqual([
      ['a', 'failed', undefined, undefined],
      ['topic/sample', 'skipped', undefined, true],
      ['z', 'verified', '3.14.0', undefined],
      ['z', 'verified', '3.13.0', undefined],
    ]);
  });

  test('covers all examples, unless selectors or a shard chose some', () => {
    const shard = { index: 1, count: 2 };
    expect(
      collectLedger({ ...nothing, part: { selectors: undefined, shard: undefined } }).part,
    ).toBeUndefined();
    expect(collectLedger({ ...nothing, part: { shard } }).part).toEqual({ shard });
  });

  test('sorts its problems by file and line', () => {
    const [first, second] = [
      { file: 'a', line: 1, title: 'x' },
      { file: 'b', title: 'y' },
    ];
    expect(collectLedger({ ...nothing, problems: [second, first] }).problems).toEqual([first, second]);
  });
});

describe('the entry of a run', () => {
  test('says whether the run had the network', () => {
    const entry = (table: string): LedgerEntry =>
      judgedEntry(exampleOf(sourceOf(table)), runOf(), { versions: new Map() }, { named: false }, false);
    expect(entry('network = true').network).toBe(true);
    expect(entry('network = false').network).toBeUndefined();
  });

  test('has the digest of the recording if it is verified, and the changed outputs if not', () => {
    const entry = (stdout: string): LedgerEntry =>
      judgedEntry(
        exampleOf(),
        runOf({ stdout }),
        { base: recordingOf('a\n'), versions: new Map() },
        { named: false },
        false,
      );
    expect(entry('a\n')).toMatchObject({
      verdict: 'verified',
      recording: recordingOf('a\n').receipt?.sha256,
    });
    expect(entry('b\n')).toMatchObject({ verdict: 'drifted', changes: [{ stream: 'out' }] });
    expect(entry('b\n').recording).toBeUndefined();
  });

  test('notes that bounds were not judged, if the run had not the cores that it needs', () => {
    const busy = judgedEntry(
      exampleOf(sourceOf('cores = 2')),
      runOf({ stdout: 'a\n', underContention: true }),
      undefined,
      { named: false },
      false,
    );
    expect(busy.note).toMatch(/^The 2 cores that it needs were not free/);
  });
});

import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerEntry } from '../../../src/core/ledger/ledger.ts';
import { fileIdentity } from '../../../src/runner/files/file-stamp.ts';
import { writeChecked } from '../../../src/runner/files/state-file.ts';
import { saveLedger } from '../../../src/runner/files/ledger-file.ts';
import { recallCheck, rememberCheck } from '../../../src/runner/cache/last-check.ts';
import { CPYTHON } from '../../fixtures/examples.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const ENTRY: LedgerEntry = {
  id: 'a',
  file: 'examples/a.py',
  verdict: 'verified',
  problems: [],
  python: CPYTHON.version,
  gil: true,
  durationMs: 12,
  cached: true,
  recording: 'digest',
};

/** A project in whose state an interpreter is known. */
async function remembered(
  entry: Partial<LedgerEntry> = {},
  more: Partial<Ledger> = {},
): Promise<{ root: string; python: string; ledger: Ledger }> {
  const root = await temporaryFolder({ python: '\u007fELF' });
  const python = join(root, 'python');
  await writeChecked(join(root, '.verbatim/installations.json'), [
    [python, { identities: [[python, fileIdentity(python)]], digest: 'bytes' }],
  ]);
  const ledger: Ledger = {
    interpreters: [{ ...CPYTHON, path: python }],
    entries: [{ ...ENTRY, ...entry }],
    problems: [],
    ...more,
  };
  await saveLedger(root, ledger);
  await rememberCheck(root, 'key', ledger);
  return { root, python, ledger };
}

describe('a check in which nothing changed', () => {
  test('says what the last one said', async () => {
    const { root, ledger } = await remembered();
    expect(recallCheck(root, 'key')).toEqual({ ledger, isKept: true });
  });

  test('says so too of what is skipped: which interpreters there are, and what they take, is part of the key', async () => {
    const { root, ledger } = await remembered({
      verdict: 'skipped',
      cached: undefined,
      python: undefined,
      gil: undefined,
      durationMs: undefined,
      recording: undefined,
    });
    expect(recallCheck(root, 'key')?.ledger.entries).toEqual(ledger.entries);
  });

  test('tells when another command has kept another ledger since', async () => {
    const { root, ledger } = await remembered();
    await saveLedger(root, { ...ledger, entries: [] });
    expect(recallCheck(root, 'key')?.isKept).toBe(false);
  });

  test('is a check like any other where the key is another, or the memory is not as it was written', async () => {
    const { root } = await remembered();
    expect(recallCheck(root, 'other')).toBeUndefined();
    const file = join(root, '.verbatim/unchanged.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"verified"', '"drifted"'));
    expect(recallCheck(root, 'key')).toBeUndefined();
  });

  test('is a check like any other where an interpreter is no longer what it was', async () => {
    const { root, python } = await remembered();
    await appendFile(python, 'new');
    expect(recallCheck(root, 'key')).toBeUndefined();
  });
});

describe('a check is not remembered', () => {
  test.for([
    ['something was run', { cached: false }, {}],
    ['something drifted', { verdict: 'drifted', recording: undefined }, {}],
    [
      'a file belongs to no example',
      {},
      { problems: [{ file: 'examples/notes.txt', title: 'The file belongs to no example.' }] },
    ],
    ['it was about a part', {}, { part: { selectors: ['a'] } }],
  ] as readonly [string, Partial<LedgerEntry>, Partial<Ledger>][])('in which %s', async ([, entry, more]) => {
    expect(recallCheck((await remembered(entry, more)).root, 'key')).toBeUndefined();
  });

  test('over one that is', async () => {
    const { root, ledger } = await remembered();
    await mkdir(join(root, 'examples'));
    await rememberCheck(root, 'later', { ...ledger, entries: [{ ...ENTRY, cached: false }] });
    expect(recallCheck(root, 'key')?.ledger).toEqual(ledger);
  });
});

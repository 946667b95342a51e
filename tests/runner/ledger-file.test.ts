import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ledger } from '../../src/core/ledger.ts';
import { saveLedger } from '../../src/runner/ledger-file.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

test('the last ledger is kept without what was measured, and nothing beside it', async () => {
  const root = await temporaryFolder();
  const ledger: Ledger = { interpreters: [], entries: [{ id: 'a', file: 'examples/a.py', verdict: 'verified', problems: [] }], problems: [] };
  await saveLedger(root, { ...ledger, entries: [] });
  await saveLedger(root, { ...ledger, entries: ledger.entries.map((entry) => ({ ...entry, durationMs: 12, cached: true })) });
  expect(JSON.parse(await readFile(join(root, '.verbatim', 'ledger.json'), 'utf8'))).toEqual(ledger);
  expect(await readdir(join(root, '.verbatim'))).toEqual(['ledger.json']);
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ledger } from '../../../../src/core/ledger/ledger.ts';
import { readLedger, saveLedger } from '../../../../src/runner/files/result-files.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('the last ledger is kept without what was measured, and nothing beside it', async () => {
  const root = await temporaryFolder();
  const ledger: Ledger = {
    interpreters: [],
    entries: [{ id: 'a', file: 'examples/a.py', verdict: 'verified', problems: [] }],
    problems: [],
  };
  await saveLedger(root, { ...ledger, entries: [] });
  await saveLedger(root, {
    ...ledger,
    entries: ledger.entries.map(entry => ({ ...entry, durationMs: 12, cached: true })),
  });
  expect(JSON.parse(await readFile(join(root, '.verbatim', 'ledger.json'), 'utf8'))).toEqual(ledger);
  expect(await readdir(join(root, '.verbatim'))).toEqual(['ledger.json']);
});

test('a ledger is read as it was kept; what is none is told', async () => {
  const root = await temporaryFolder({ 'list.json': '[]', 'text.json': 'not JSON' });
  await saveLedger(root, { interpreters: [], entries: [], problems: [] });
  expect(await readLedger(join(root, '.verbatim/ledger.json'))).toEqual({
    interpreters: [],
    entries: [],
    problems: [],
  });
  for (const name of ['list.json', 'text.json']) {
    await expect(readLedger(join(root, name))).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ file: join(root, name), title: 'This is no ledger.' }],
    });
  }
  await expect(readLedger(join(root, 'gone.json'))).rejects.toMatchObject({
    exitCode: 2,
    problems: [{ file: join(root, 'gone.json') }],
  });
});

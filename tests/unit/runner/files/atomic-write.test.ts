import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  removeStaleTemporaries,
  writeAllAtomically,
  writeAtomically,
} from '../../../../src/runner/files/atomic-write.ts';
import { OWNER } from '../../../../src/runner/files/process-tag.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('a file is written whole, in a folder that may not be there yet', async () => {
  const root = await temporaryFolder();
  await writeAtomically(join(root, 'state/a'), 'new');
  expect(await readFile(join(root, 'state/a'), 'utf8')).toBe('new');
  expect(await readdir(join(root, 'state'))).toEqual(['a']);
});

test('files are changed, added and removed together, and nothing is left of how', async () => {
  const root = await temporaryFolder({ a: 'old a', b: 'old b' });
  const changes = { a: 'new a', b: undefined, c: 'new c' };
  await writeAllAtomically(
    new Map(Object.entries(changes).map(([name, text]) => [join(root, name), text])),
    join(root, 'state'),
  );
  expect((await readdir(root)).sort()).toEqual(['a', 'c', 'state']);
  expect(await readFile(join(root, 'a'), 'utf8')).toBe('new a');
  expect(await readdir(join(root, 'state'))).toEqual([]);
});

test('a file that cannot be replaced stays as it was, and no temporary file is left', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'a/b'), { recursive: true });
  await expect(writeAtomically(join(root, 'a'), 'new')).rejects.toThrow('EISDIR');
  expect(await readdir(root)).toEqual(['a']);
});

test('temporary files of processes that have ended are removed, and nothing else', async () => {
  const root = await temporaryFolder();
  const kept = ['a.tmp', 'ledger.json', `${OWNER}.1.tmp`];
  for (const name of [...kept, `${OWNER.replace(/pid\d+/, 'pid4194999')}.1.tmp`])
    await writeFile(join(root, name), '');
  await removeStaleTemporaries(root);
  expect((await readdir(root)).sort()).toEqual(kept);
  await removeStaleTemporaries(join(root, 'nowhere'));
});

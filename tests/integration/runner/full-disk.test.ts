import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Example } from '../../../src/core/example/example.ts';
import { saveLedger } from '../../../src/runner/files/result-files.ts';
import { readRecordings, writeRecording } from '../../../src/runner/examples/recording-files.ts';
import { exampleOf } from '../../fixtures/examples.ts';
import { smallDisk } from '../../fixtures/disk.ts';

const example: Example = { ...exampleOf(), id: 'a', file: 'examples/a.py' };
const ACCEPTED = { python: '3.13.0', runs: 5 };
const OUTPUT = { out: 'old\n', err: 'old error\n' };

/** A project on a disk of its own, with a recording and a ledger. */
async function onSmallDisk(
  skip: (reason: string) => never,
): Promise<{ root: string; readOnly: () => Promise<unknown>; files: () => Promise<Record<string, string>> }> {
  const disk = await smallDisk(200);
  if (disk.refused !== undefined) return skip(disk.refused);
  const { root } = disk;
  await mkdir(join(root, 'examples'));
  await writeRecording(root, example, OUTPUT, ACCEPTED);
  await saveLedger(root, { interpreters: [], entries: [], problems: [] });
  const paths = async (): Promise<string[]> =>
    (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort();
  return {
    ...disk,
    files: async () =>
      Object.fromEntries(
        await Promise.all(
          (await paths())
            .filter(path => !path.endsWith('ballast'))
            .map(async path => [path, await readFile(path, 'utf8')] as const),
        ),
      ),
  };
}

const FULL = { title: 'The disk is full. (ENOSPC)', remedy: 'Make room on it, and try again.' };
const READ_ONLY = {
  title: 'The file system is read-only. (EROFS)',
  remedy: 'Work in a copy on a file system that can be written.',
};

test('a recording that the disk has no room for leaves the old one as it was, and nothing beside it', async ({
  skip,
}) => {
  const { root, files } = await onSmallDisk(skip);
  const before = await files();
  await expect(writeRecording(root, example, { out: 'x'.repeat(300_000) }, ACCEPTED)).rejects.toMatchObject({
    problems: [{ file: 'examples/a.out', ...FULL }],
  });
  // The output has room, the error output has none.
  const large = 'x'.repeat(110_000);
  await expect(writeRecording(root, example, { out: large, err: large }, ACCEPTED)).rejects.toMatchObject({
    problems: [{ file: 'examples/a.out', ...FULL }],
  });
  expect(await files()).toEqual(before);
  expect(readRecordings(root, example).base).toMatchObject(OUTPUT);
});

test('a ledger that the disk has no room for leaves the old one as it was', async ({ skip }) => {
  const { root, files } = await onSmallDisk(skip);
  const before = await files();
  await writeFile(join(root, 'ballast'), 'x'.repeat(300_000)).catch(() => undefined);
  const entries = [
    { id: 'a', file: 'examples/a.py', verdict: 'verified', problems: [], note: 'x'.repeat(10_000) },
  ] as const;
  await expect(saveLedger(root, { interpreters: [], entries, problems: [] })).rejects.toMatchObject({
    exitCode: 2,
    problems: [{ file: '.verbatim/ledger.json', ...FULL }],
  });
  expect(await files()).toEqual(before);
});

test('on a read-only disk nothing is changed, and what can be read is read', async ({ skip }) => {
  const { root, readOnly, files } = await onSmallDisk(skip);
  const before = await files();
  await readOnly();
  await expect(writeRecording(root, example, { out: 'new\n' }, ACCEPTED)).rejects.toMatchObject({
    problems: [{ file: 'examples/a.out', ...READ_ONLY }],
  });
  await expect(saveLedger(root, { interpreters: [], entries: [], problems: [] })).rejects.toMatchObject({
    problems: [{ file: '.verbatim/ledger.json', ...READ_ONLY }],
  });
  expect(readRecordings(root, example).base).toMatchObject(OUTPUT);
  expect(await files()).toEqual(before);
});

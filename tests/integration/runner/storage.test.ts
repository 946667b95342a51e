import { join } from 'node:path';
import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { storageBelow } from '../../../src/runner/process/storage.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

test('folders that lie deeper than a path can lead are counted as far as they can be read', async () => {
  const folder = await temporaryFolder();
  const nest = 'i=0; while [ $i -lt 700 ]; do mkdir deeper && cd deeper; i=$((i + 1)); done';
  await execa('sh', ['-c', nest], { cwd: folder });
  // Node cannot remove them.
  onTestFinished(async () => void (await execa('rm', ['-rf', join(folder, 'deeper')])));
  const { files } = storageBelow(folder, 10_000);
  // Paths have at most 4,096 bytes.
  expect(files).toBeGreaterThan(500);
  expect(files).toBeLessThan(700);
  expect(storageBelow(folder, 10)).toMatchObject({ files: 11 });
});

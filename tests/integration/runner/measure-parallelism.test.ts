import { chmod, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyEnvironment } from '../../../src/runner/python/python-environment.ts';
import { computesInParallel } from '../../../src/runner/scheduling/cpu-contention.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/** A program that answers instead of the probe. */
async function answering(speedUp: string): Promise<string> {
  const file = join(await temporaryFolder(), 'python');
  await writeFile(file, `#!/bin/sh\necho ${speedUp}\n`);
  await chmod(file, 0o755);
  return file;
}

test('a machine has the cores if they speed it up almost as many times', async () => {
  expect(await computesInParallel(await answering('1.93'), 2)).toBe(true);
  expect(await computesInParallel(await answering('1.15'), 2)).toBe(false);
  expect(await computesInParallel(await answering('1.93'), 4)).toBe(false);
});

test.skipIf(availableParallelism() > 4)('a machine of few cores does not compute on eight', async () => {
  const python = await emptyEnvironment(await interpreter());
  expect(await computesInParallel(python, 8)).toBe(false);
});

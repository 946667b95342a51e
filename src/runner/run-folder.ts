import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import type { Example } from '../core/example.ts';
import { orProblem } from '../core/mishap.ts';
import type { RunPlaces } from './environment.ts';
import { RUN_FOLDER_PREFIX } from './sweep-folders.ts';

/** Makes a fresh folder that one run lives in. What the run leaves there goes with it. @throws ProblemError where the disk is full or cannot be written */
export async function makeRunFolder(example: Example): Promise<RunPlaces> {
  return orProblem(tmpdir(), () => make(example));
}

async function make(example: Example): Promise<RunPlaces> {
  const root = await realpath(await mkdtemp(join(tmpdir(), RUN_FOLDER_PREFIX)));
  const [work, home, temporary] = ['work', 'home', 'tmp'].map((name) => join(root, name)) as [string, string, string];
  await Promise.all([work, home, temporary].map((folder) => mkdir(folder)));
  for (const [path, bytes] of example.files) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), bytes);
  }
  return { root, work, home, temporary };
}

/** Removes it with all that the run left there. */
export async function removeRunFolder({ root }: Pick<RunPlaces, 'root'>): Promise<void> {
  await rm(root, { recursive: true, force: true }).catch(async () => {
    // A sample may have taken its own permissions away, or nested folders until no path reaches the innermost: these two walk step by step.
    await execa('chmod', ['-R', 'u+rwx', root], { stdin: 'ignore' });
    await execa('rm', ['-rf', root], { stdin: 'ignore' });
  });
}

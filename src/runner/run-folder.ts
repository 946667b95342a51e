import { chmod, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Example } from '../core/example.ts';
import { orProblem } from '../core/mishap.ts';
import { RUN_FOLDER_PREFIX } from './sweep-folders.ts';

/** A fresh folder that one run lives in. What the run leaves there goes with it. */
export interface RunFolder {
  readonly root: string;
  /** Where the sample runs: the example's own files and nothing else. */
  readonly work: string;
  readonly home: string;
  readonly temporary: string;
  /** File that the harness writes the stacks of all threads to. */
  readonly stacks: string;
  /** File that the harness writes the CPU time to that the run used, in seconds. */
  readonly usage: string;
}

/** @throws ProblemError where the disk is full or cannot be written */
export async function makeRunFolder(example: Example): Promise<RunFolder> {
  return orProblem(tmpdir(), () => make(example));
}

async function make(example: Example): Promise<RunFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), RUN_FOLDER_PREFIX)));
  const [work, home, temporary] = ['work', 'home', 'tmp'].map((name) => join(root, name)) as [string, string, string];
  await Promise.all([work, home, temporary].map((folder) => mkdir(folder)));
  for (const [path, bytes] of example.files) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), bytes);
  }
  return { root, work, home, temporary, stacks: join(root, 'stacks'), usage: join(root, 'usage') };
}

export async function removeRunFolder({ root }: Pick<RunFolder, 'root'>): Promise<void> {
  await rm(root, { recursive: true, force: true }).catch(async () => {
    // A sample may have taken its own permissions away.
    await unlock(root);
    await rm(root, { recursive: true, force: true });
  });
}

async function unlock(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) if (entry.isDirectory()) await unlock(join(folder, entry.name));
}

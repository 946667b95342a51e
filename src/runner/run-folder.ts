import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import type { Example } from '../core/example.ts';

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

export async function makeRunFolder(example: Example): Promise<RunFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'verbatim-')));
  const [work, home, temporary] = ['work', 'home', 'tmp'].map((name) => join(root, name)) as [string, string, string];
  await Promise.all([work, home, temporary].map((folder) => mkdir(folder)));
  for (const [path, bytes] of example.files) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), bytes);
  }
  return { root, work, home, temporary, stacks: join(root, 'stacks'), usage: join(root, 'usage') };
}

/** Removes it with all that the run left there. */
export async function removeRunFolder({ root }: RunFolder): Promise<void> {
  await rm(root, { recursive: true, force: true }).catch(async () => {
    // A sample may have taken its own permissions away, or nested folders until no path reaches the innermost: these two walk step by step.
    await execa('chmod', ['-R', 'u+rwx', root], { stdin: 'ignore' });
    await execa('rm', ['-rf', root], { stdin: 'ignore' });
  });
}

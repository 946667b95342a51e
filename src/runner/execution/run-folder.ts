// A few small files are written faster one after the other than through the thread pool, which has to wake up for each.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import type { RunPlaces } from '../python/python-environment.ts';
import { RUN_FOLDER_PREFIX } from './remove-stale-runs.ts';

/** Makes a fresh folder that one run lives in. What the run leaves there goes with it. @throws ProblemError where the disk is full or cannot be written */
export async function makeRunFolder(example: Example): Promise<RunPlaces> {
  return withFileProblem(tmpdir(), () => make(example));
}

function make(example: Example): RunPlaces {
  const root = realpathSync(mkdtempSync(join(tmpdir(), RUN_FOLDER_PREFIX)));
  const [work, home, temporary] = ['work', 'home', 'tmp'].map(name => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [work, home, temporary]) mkdirSync(folder);
  for (const [path, bytes] of example.files) {
    const file = join(work, path);
    if (dirname(file) !== work) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return { root, work, home, temporary };
}

/** Removes it with all that the run left there. */
export async function removeRunFolder({ root }: Pick<RunPlaces, 'root'>): Promise<void> {
  try {
    rmSync(root, { recursive: true, force: true });
  } catch {
    // A sample may have taken its own permissions away, or nested folders until no path reaches the innermost: these two walk step by step.
    const { execa } = await import('execa');
    await execa('chmod', ['-R', 'u+rwx', root], { stdin: 'ignore' });
    await execa('rm', ['-rf', root], { stdin: 'ignore' });
  }
}

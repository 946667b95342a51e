// Synchronous: for a few small files that is faster than the thread pool.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { OWNER } from '../files/process-tag.ts';
import type { RunFolders } from '../python/run-environment.ts';

/** How the name of a run's folder begins; `mkdtemp` adds the rest. */
export const RUN_FOLDER_PREFIX = `verbatim-${OWNER}-`;

/**
 * Makes a fresh folder for one run, with the example's files.
 * @throws ProblemError if the disk is full or cannot be written
 */
export async function makeRunFolder(example: Example): Promise<RunFolders> {
  return withFileProblem(tmpdir(), () => makeFolders(example));
}

function makeFolders(example: Example): RunFolders {
  const root = realpathSync(mkdtempSync(join(tmpdir(), RUN_FOLDER_PREFIX)));
  const folders = { root, work: join(root, 'work'), home: join(root, 'home'), temporary: join(root, 'tmp') };
  for (const folder of [folders.work, folders.home, folders.temporary]) mkdirSync(folder);
  for (const [path, bytes] of example.files) {
    const file = join(folders.work, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folders;
}

/** Removes the folder of a run, with all that the run left in it. @param root see `RunFolders` */
export async function removeRunFolder(root: string): Promise<void> {
  try {
    rmSync(root, { recursive: true, force: true });
  } catch {
    // The program may have removed its own permissions, or nested folders so deep that no path reaches the
    // innermost one. These two commands walk step by step.
    const { execa } = await import('execa');
    await execa('chmod', ['-R', 'u+rwx', root], { stdin: 'ignore' });
    await execa('rm', ['-rf', root], { stdin: 'ignore' });
  }
}

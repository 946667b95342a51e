import { readdir, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOwnerDead } from '../files/process-tag.ts';
import { signalProcess } from '../process/process-group.ts';
import { removeRunFolder } from './run-folder.ts';

/**
 * Removes the folders of runs whose runner was killed, and kills what still runs there. Folders of a live
 * runner, here or in another terminal, stay.
 * @param parent the folder that holds them
 */
export async function removeStaleRuns(
  parent: string = tmpdir(),
  remove: (folder: string) => Promise<void> = removeRunFolder,
): Promise<void> {
  const stale = (await readdir(parent).catch(() => [] as string[]))
    .filter(name => name.startsWith('verbatim-') && isOwnerDead(name))
    .map(name => join(parent, name));
  if (stale.length === 0) return;
  await killProcessesIn(stale);
  // It may belong to another user, or be removed by another runner at this moment: nothing depends on it.
  await Promise.all(stale.map(folder => remove(folder).catch(() => undefined)));
}

/**
 * Unsandboxed programs outlive a runner that is killed. Their working folder shows which run they belong to,
 * if there is a /proc.
 */
async function killProcessesIn(folders: readonly string[]): Promise<void> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name));
  await Promise.all(
    pids.map(async pid => {
      const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      if (folders.some(folder => cwd.startsWith(`${folder}/`))) signalProcess(Number(pid), 'SIGKILL');
    }),
  );
}

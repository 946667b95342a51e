import { readdir, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOwnerDead, OWNER } from '../files/process-tag.ts';

/** How the name of a run's folder begins; `mkdtemp` adds the rest. */
export const RUN_FOLDER_PREFIX = `verbatim-${OWNER}-`;

/**
 * Removes the folders of runs whose runner was killed, and ends what still runs there. Those of a runner that lives, in
 * this or another terminal, stay. `remove` is told the path.
 */
export async function sweepRunFolders(
  remove: (folder: string) => Promise<void>,
  place: string = tmpdir(),
): Promise<void> {
  const left = (await readdir(place).catch(() => [] as string[]))
    .filter(name => name.startsWith('verbatim-') && isOwnerDead(name))
    .map(name => join(place, name));
  if (left.length === 0) return;
  await endWhatRunsIn(left);
  // Somebody else may be sweeping too, or it is another user's: nothing depends on it.
  await Promise.all(left.map(folder => remove(folder).catch(() => undefined)));
}

/** A sample outlives a runner that is killed, for ever where it waits for ever; its working folder tells whose it is. Only where there is a `/proc`. */
async function endWhatRunsIn(folders: readonly string[]): Promise<void> {
  const processes = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name));
  await Promise.all(
    processes.map(async pid => {
      const place = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      if (!folders.some(folder => place.startsWith(`${folder}/`))) return;
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }),
  );
}

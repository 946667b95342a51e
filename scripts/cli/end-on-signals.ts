import { existsSync, lstatSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATE } from '../../src/core/project-paths.ts';
import { OWNER } from '../../src/runner/files/process-tag.ts';
import { CACHE_PATHS, STATE_PATHS } from '../../src/runner/files/state-paths.ts';
import { userCache } from '../../src/runner/files/user-cache.ts';

/** Ends a command on a signal with the exit code of the signal, and leaves nothing behind. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      // Programs that run are killed at the exit too, by listeners that came before this one.
      process.once('exit', () => removeOwnFiles(process.cwd()));
      process.exit(128 + constants.signals[signal]);
    });
}

/** Removes what has this process in its name: temporary files, folders of runs, half a site. */
function removeOwnFiles(root: string): void {
  const { path } = userCache();
  for (const folder of [tmpdir(), join(root, STATE), path, join(path, CACHE_PATHS.python)])
    for (const name of namesIn(folder).filter(each => each.includes(OWNER))) {
      const isOldSite = folder === join(root, STATE) && `${STATE}/${name}`.startsWith(STATE_PATHS.oldDist);
      // The old site has no successor yet.
      if (isOldSite && !existsSync(join(root, 'dist'))) renameSync(join(folder, name), join(root, 'dist'));
      else rmSync(join(folder, name), { recursive: true, force: true });
    }
  const lock = join(root, STATE_PATHS.recordingsLock);
  if (lstatSync(lock, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(lock) === OWNER)
    rmSync(lock, { force: true });
}

/** None if there is no such folder, or if it cannot be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

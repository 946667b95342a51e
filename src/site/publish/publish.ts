import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE } from '../../core/project-paths.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { isOwnerDead, OWNER } from '../../runner/files/process-tag.ts';
import { STATE_PATHS } from '../../runner/files/state-paths.ts';

/** The folder that this process builds in. Nothing is in `dist/` before all of it has passed the audit. */
export function unpublishedFolder(root: string): string {
  return join(root, `${STATE_PATHS.newDist}${OWNER}`);
}

/**
 * Replaces `dist/` by a finished site. If the process is killed between the two renames, `recoverDist`
 * puts the old site back.
 */
export async function publish(root: string, built: string): Promise<void> {
  const dist = join(root, 'dist');
  const retired = join(root, `${STATE_PATHS.oldDist}${OWNER}`);
  await withFileProblem('dist', async () => {
    // Another build may publish at the same moment: then its site is retired too.
    for (let isPublished = false; !isPublished;) {
      await moved(dist, retired, 'ENOENT');
      isPublished = await moved(built, dist, 'ENOTEMPTY', 'EEXIST');
      await rm(retired, { recursive: true, force: true });
    }
  });
}

/** Renames a folder. False if that fails with one of these error codes. */
async function moved(from: string, to: string, ...expected: readonly string[]): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (!expected.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

/** Removes what killed builds left behind, and puts back an old site that has no successor. */
export async function recoverDist(root: string): Promise<void> {
  await mkdir(join(root, STATE), { recursive: true });
  for (const name of await readdir(join(root, STATE))) {
    const path = `${STATE}/${name}`;
    const isOld = path.startsWith(STATE_PATHS.oldDist);
    if ((!isOld && !path.startsWith(STATE_PATHS.newDist)) || !isOwnerDead(name)) continue;
    if (isOld && !existsSync(join(root, 'dist'))) await rename(join(root, path), join(root, 'dist'));
    else await rm(join(root, path), { recursive: true, force: true });
  }
}

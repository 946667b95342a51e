import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { isOwnerDead, OWNER } from '../../runner/files/process-tag.ts';

/** The folder that this process builds in. Nothing is in `dist/` before all of it has passed the audit. */
export function unpublishedFolder(root: string): string {
  return join(root, '.verbatim', `dist-new-${OWNER}`);
}

/**
 * Replaces `dist/` by a finished site. If the process is killed between the two renames, `recoverDist`
 * puts the old site back.
 */
export async function publish(root: string, built: string): Promise<void> {
  const dist = join(root, 'dist');
  const retired = join(root, '.verbatim', `dist-old-${OWNER}`);
  await withFileProblem('dist', async () => {
    if (existsSync(dist)) await rename(dist, retired);
    await rename(built, dist);
    await rm(retired, { recursive: true, force: true });
  });
}

/** Removes what killed builds left behind, and puts back an old site that has no successor. */
export async function recoverDist(root: string): Promise<void> {
  const state = join(root, '.verbatim');
  await mkdir(state, { recursive: true });
  for (const name of await readdir(state)) {
    if (!name.startsWith('dist-') || !isOwnerDead(name)) continue;
    const isOnlySite = name.startsWith('dist-old-') && !existsSync(join(root, 'dist'));
    if (isOnlySite) await rename(join(state, name), join(root, 'dist'));
    else await rm(join(state, name), { recursive: true, force: true });
  }
}

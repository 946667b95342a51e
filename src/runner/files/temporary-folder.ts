import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeStateFolder } from './atomic-write.ts';
import { isOwnerDead, OWNER } from './process-tag.ts';

/** Makes a folder beside the final one, and removes those that killed processes have left there. */
export async function temporaryBeside(folder: string): Promise<string> {
  const parent = dirname(folder);
  await makeStateFolder(parent);
  for (const name of await readdir(parent))
    if (isOwnerDead(name)) await rm(join(parent, name), { recursive: true, force: true });
  return mkdtemp(`${folder}-${OWNER}-`);
}

/** Gives a finished folder its final name. If another process has finished first, its folder stays. */
export async function moveInto(temporary: string, folder: string): Promise<void> {
  await rename(temporary, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(temporary, { recursive: true, force: true });
  });
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { unfitFolder } from '../../core/unfit-folder.ts';
import { STATE_PATHS } from '../../runner/files/state-paths.ts';

/**
 * Prepares the folder of the project for Astro. The caches of Astro and Vite go: Astro believes what its own
 * says of articles, and the server serves what Vite's holds, whoever has put it there.
 * @throws ProblemError if Astro cannot work in a folder of this name
 */
export async function startClean(root: string): Promise<void> {
  const unfit = unfitFolder(root);
  if (unfit !== undefined) throw refusal(unfit);
  for (const cache of [STATE_PATHS.astro, STATE_PATHS.vite])
    await rm(join(root, cache), { recursive: true, force: true });
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { STATE_PATHS } from '../../runner/files/state-paths.ts';

/** Vite takes these in a path for the end of it, and bundles break on the others. */
const UNFIT = /[#?"\\\p{Cc}]/u;

/**
 * Prepares the folder of the project for Astro. The caches of Astro and Vite go: Astro believes what its own
 * says of articles, and the server serves what Vite's holds, whoever has put it there.
 * @throws ProblemError if Astro cannot work in a folder of this name
 */
export async function startClean(root: string): Promise<void> {
  const [unfit] = UNFIT.exec(root) ?? [];
  if (unfit !== undefined) {
    const title = `Astro cannot work in a folder with this character in its path: ${JSON.stringify(unfit)}`;
    throw refusal({ file: root, title, remedy: 'Rename the folder, or move the project to another one.' });
  }
  for (const cache of [STATE_PATHS.astro, STATE_PATHS.vite])
    await rm(join(root, cache), { recursive: true, force: true });
}

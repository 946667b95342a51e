import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { unfitFolder } from '../../core/unfit-folder.ts';

/**
 * Prepares the folder of the project for Astro. The caches of Astro and Vite go: Astro believes what its own
 * says of articles, and the server serves what Vite's holds, whoever has put it there.
 * @param caches those of the command, relative to the project
 * @throws ProblemError if Astro cannot work in a folder of this name
 */
export async function startClean(root: string, caches: string): Promise<void> {
  const unfit = unfitFolder(root);
  if (unfit !== undefined) throw refusal(unfit);
  await rm(join(root, caches), { recursive: true, force: true });
}

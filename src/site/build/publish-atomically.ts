import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { isOwnerDead, OWNER } from '../../runner/files/process-tag.ts';

/** Where this process builds, relative to the project: nothing lies in `dist/` before all of it was read back. */
export const UNPUBLISHED = join('.verbatim', `dist-new-${OWNER}`);
/** The site before this one, while the two change places. */
const RETIRED = join('.verbatim', `dist-old-${OWNER}`);

/**
 * Builds beside `dist/` and puts the whole site there when everything else is done, so that `dist/` is never half of one:
 * it is the old site or the new one, also when the build is killed or fails. It comes last of all integrations.
 */
export function publish(): AstroIntegration {
  let building = false;
  let root = '';
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        building = command === 'build';
        root = fileURLToPath(config.root);
        if (!building) return;
        await sweep(root);
        // It is new: Astro would empty it while the last site's files are put there.
        updateConfig({
          outDir: pathToFileURL(`${join(root, UNPUBLISHED)}/`),
          vite: { build: { emptyOutDir: false } },
        });
      },
      'astro:build:done': async () => {
        if (building) await withFileProblem('dist', () => exchange(root));
      },
    },
  };
}

/** Two steps: killed between them, the next build finds the old site and puts it back. */
async function exchange(root: string): Promise<void> {
  const dist = join(root, 'dist');
  if (existsSync(dist)) await rename(dist, join(root, RETIRED));
  await rename(join(root, UNPUBLISHED), dist);
  await rm(join(root, RETIRED), { recursive: true, force: true });
}

/** Removes what killed builds left, but for a site that has no other in its place. */
export async function sweep(root: string): Promise<void> {
  const state = join(root, '.verbatim');
  await mkdir(join(state, 'figures'), { recursive: true });
  for (const name of (await readdir(state)).filter(each => each.startsWith('dist-') && isOwnerDead(each))) {
    if (name.startsWith('dist-old-') && !existsSync(join(root, 'dist')))
      await rename(join(state, name), join(root, 'dist'));
    else await rm(join(state, name), { recursive: true, force: true });
  }
}

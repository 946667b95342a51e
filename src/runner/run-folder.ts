import { chmod, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Example } from '../core/example.ts';
import type { RunPlaces } from './environment.ts';

/** Makes a fresh folder that one run lives in. What the run leaves there goes with it. */
export async function makeRunFolder(example: Example): Promise<RunPlaces> {
  const root = await realpath(await mkdtemp(join(tmpdir(), `verbatim-${process.pid}-`)));
  const [work, home, temporary] = ['work', 'home', 'tmp'].map((name) => join(root, name)) as [string, string, string];
  await Promise.all([work, home, temporary].map((folder) => mkdir(folder)));
  for (const [path, bytes] of example.files) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), bytes);
  }
  return { root, work, home, temporary };
}

export async function removeRunFolder({ root }: RunPlaces): Promise<void> {
  await rm(root, { recursive: true, force: true }).catch(async () => {
    // A sample may have taken its own permissions away.
    await unlock(root);
    await rm(root, { recursive: true, force: true });
  });
}

async function unlock(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) if (entry.isDirectory()) await unlock(join(folder, entry.name));
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';

/** Digest of each file of a folder, by path, or of those that some globs take: two builds are the same when these are. */
export async function treeDigest(folder: string, globs: string | readonly string[] = '**/*'): Promise<Record<string, string>> {
  const paths = (await glob(globs, { cwd: folder, dot: true })).sort();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, createHash('sha256').update(await readFile(join(folder, path))).digest('hex')] as const)));
}

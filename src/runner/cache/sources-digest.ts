import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { filesBelow } from '../files/files-below.ts';

const SOURCE = join(import.meta.dirname, '../..');

/** Folders of `src/` whose code decides what a run prints, how it ends, and what of that is reported. */
export const RUN_CODE: readonly string[] = [
  'core/contract',
  'runner/execution',
  'runner/process',
  'runner/python',
  'runner/sandbox',
  'runner/scheduling',
];

/** Digest of the names and the text of all code below some folders of `src/`. */
export function codeDigest(folders: readonly string[], source = SOURCE): string {
  return digestBelow(source, folders, path => /\.(?:ts|py)$/.test(path));
}

/**
 * Digest of what all shards of one check have in common: the examples with their recordings, and the code
 * that runs and judges them.
 */
export function sourcesDigest(root: string, examples: string): string {
  return fingerprint([codeDigest(['core', 'runner']), digestBelow(root, [examples], () => true)]);
}

function digestBelow(root: string, folders: readonly string[], isCounted: (path: string) => boolean): string {
  const paths = folders.flatMap(folder =>
    filesBelow(join(root, folder))
      .filter(({ path, isFile }) => isFile && isCounted(path))
      .map(({ path }) => `${folder}/${path}`),
  );
  return fingerprint(paths.flatMap(path => [path, readFileSync(join(root, path))]));
}

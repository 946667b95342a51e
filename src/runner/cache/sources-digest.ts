import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { runnerIdentity } from './run-environment-key.ts';

/** Digest of what all shards of one check have in common: every file of the examples with their recordings, and the code that runs them. @param examples relative to `root` */
export function sourcesIdentity(root: string, examples: string): string {
  const folder = join(root, examples);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  return fingerprint([
    runnerIdentity(dirname(import.meta.dirname)),
    ...files.flatMap(file => [file.slice(folder.length), readFileSync(file)]),
  ]);
}

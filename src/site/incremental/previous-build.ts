import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { ledgerText } from '../../core/ledger/ledger.ts';
import { readChecked, writeChecked } from '../../runner/files/state-file.ts';
import type { Dates } from '../../runner/git/commit-dates.ts';
import { unlessAbsent } from '../../runner/files/if-exists.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { isStill, readIfThere } from './previous-site.ts';

/** What the last build was made of, how many pages it read back, and the digest of each file of its site. */
interface Built {
  readonly key: string;
  readonly pages: number;
  readonly files: readonly (readonly [path: string, digest: string])[];
}

/**
 * Digest of everything that a build is made of: what was verified and what that showed, all files beside the articles, what git says of
 * them, and all code and settings. Two builds with one key make the same site, but where an article imports something, or shows what lies elsewhere.
 * @param code `siteIdentity`
 */
export function buildKey(
  root: string,
  code: string,
  { ledger, examples, recordings }: Pick<Verification, 'ledger' | 'examples' | 'recordings'>,
  { changed, added }: Dates,
): string {
  const shown = [...examples.values()].flatMap(({ id, file, files }) => [
    id,
    file,
    JSON.stringify(recordings.get(id), withMaps),
    ...[...files].flat(),
  ]);
  const content = filesBelow(join(root, CONTENT)).flatMap(file => [relative(root, file), bytesAt(file)]);
  return fingerprint([
    code,
    ledgerText(ledger),
    JSON.stringify([[...changed], [...added]]),
    ...content,
    ...shown,
  ]);
}

/** How many pages the last build read back, and how many other files it made, if it was made of the same and its site is still what it was, file by file. */
export function recallBuild(
  root: string,
  key: string,
): { readonly pages: number; readonly files: number } | undefined {
  const built = readChecked(fileOf(root)) as Built | undefined;
  if (built?.key !== key) return undefined;
  const dist = join(root, 'dist');
  const there = filesBelow(dist);
  const same =
    there.length === built.files.length &&
    built.files.every(([path, digest]) => isStill(join(dist, path), digest));
  return same ? { pages: built.pages, files: built.files.length } : undefined;
}

/** Remembers a build. @param dist its site, where it lies now @param known digests of files of the site that are known, by path */
export async function rememberBuild(
  root: string,
  dist: string,
  key: string,
  pages: number,
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const files = filesBelow(dist).map(file => {
    const path = relative(dist, file);
    return [path, known.get(path) ?? fingerprint([readFileSync(file)])] as const;
  });
  await writeChecked(fileOf(root), { key, pages, files } satisfies Built);
}

/** All files below a folder, sorted; none where there is no such folder. Links and other things count: whoever puts one there changes something. */
function filesBelow(folder: string): string[] {
  const entries = unlessAbsent(() => readdirSync(folder, { recursive: true, withFileTypes: true })) ?? [];
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

/** Bytes of a file, or of that which a link leads to; of anything else, such as what editors put there for a while, there are none. */
function bytesAt(file: string): Buffer {
  const isFile = unlessAbsent(() => statSync(file), ['ENOENT', 'ENOTDIR', 'ELOOP'])?.isFile() === true;
  return (isFile ? readIfThere(file) : undefined) ?? Buffer.from('none');
}

const withMaps = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
const fileOf = (root: string): string => join(root, '.verbatim', 'built.json');

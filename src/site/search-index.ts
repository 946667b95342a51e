import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { glob } from 'tinyglobby';
import { fingerprint } from '../core/fingerprint.ts';
import { readChecked, writeChecked } from '../runner/checked-file.ts';
import { readIfThere } from './last-site.ts';
import { NewSite } from './new-site.ts';

/** Pagefind's own user interfaces: ours is another, and theirs are not the same bytes in every build. */
const INTERFACE = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
const FOLDER = 'pagefind';

/** What an index was made of, and the digest of each of its files. */
interface Made {
  readonly key: string;
  readonly files: readonly (readonly [path: string, digest: string])[];
}

export interface SearchOptions {
  /** The project; the last site is its `dist/`. */
  readonly root: string;
  /** The built site that the index is of, and gets it. */
  readonly dist: string;
  /** Folders of the articles: no other page has an element with `data-pagefind-body`, and there are three times as many. */
  readonly tracks: readonly string[];
  /** Of all that makes an index. */
  readonly identity: string;
  /** Whether the last site's index may be taken, if its articles are the same. */
  readonly reuse: boolean;
}

/** Puts Pagefind's index of the built articles into `pagefind/`. Only what stands in an element with `data-pagefind-body` is found. */
export async function writeSearchIndex({ root, dist, tracks, identity, reuse }: SearchOptions): Promise<void> {
  const pattern = `${tracks.length === 1 ? tracks[0] : `{${tracks.join(',')}}`}/**/*.html`;
  const pages = (await glob(pattern, { cwd: dist })).sort();
  const key = fingerprint([identity, ...pages.flatMap((page) => [page, fingerprint([readFileSync(join(dist, page))])])]);
  const site = new NewSite(join(dist, FOLDER));
  const memo = join(root, '.verbatim', 'search.json');
  const last = reuse ? (readChecked(memo) as Made | undefined) : undefined;
  const before = join(root, 'dist', FOLDER);
  if (last?.key === key && last.files.every(([path, digest]) => isStill(join(before, path), digest))) {
    for (const [path] of last.files) site.link(path, join(before, path));
    return;
  }
  const files = await indexFiles(dist, pattern);
  for (const { path, content } of files) site.write(path, content);
  await writeChecked(memo, { key, files: files.map(({ path, content }) => [path, fingerprint([content])]) } satisfies Made);
}

async function indexFiles(dist: string, pattern: string): Promise<readonly { readonly path: string; readonly content: Uint8Array }[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dist, glob: pattern });
  const written = await index.getFiles();
  await close();
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  return written.files.filter(({ path }) => !INTERFACE.test(path));
}

function isStill(file: string, digest: string): boolean {
  const bytes = readIfThere(file);
  return bytes !== undefined && fingerprint([bytes]) === digest;
}

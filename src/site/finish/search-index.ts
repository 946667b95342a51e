import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { glob } from 'tinyglobby';
import { fingerprint } from '../../core/fingerprint.ts';
import { readChecked, writeChecked } from '../../runner/checked-file.ts';
import { placeOf, readIfThere } from '../last-site.ts';
import { NewSite } from './new-site.ts';

/** Pagefind's own user interfaces: ours is another, and theirs are not the same bytes in every build. */
const INTERFACE = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
const FOLDER = 'pagefind';
/** Pages that are told before Pagefind has answered. */
const TOGETHER = 16;
/** Holds the place of a page that is not rendered yet: pages have their numbers in the order in which they are first told. */
const STUB = '<html lang="en"><body data-pagefind-body>soon</body></html>';

/** What an index was made of, and the digest of each of its files. */
interface Made {
  readonly key: string;
  readonly files: readonly (readonly [path: string, digest: string])[];
}

export interface SearchOptions {
  /** The project; the last site is its `dist/`. */
  readonly root: string;
  /** The site that is built, and gets the index. */
  readonly dist: string;
  /** Of all that makes an index. */
  readonly identity: string;
  /** Addresses of all articles, in the order of the index: no other page has an element with `data-pagefind-body`. */
  readonly searched: readonly string[];
  /** Of those that the last site has too: the digest of the page. */
  readonly kept: ReadonlyMap<string, string>;
  /** Whether the last site's index may be taken, if its articles are the same. */
  readonly reuse: boolean;
}

/**
 * Pagefind's index of the articles, in `pagefind/`. Only what stands in an element with `data-pagefind-body` is found. It is made by a
 * process of its own while other pages are rendered: first each article of the last site is read, then those that are rendered take
 * their places. The same articles give the same bytes, in whichever order they come.
 */
export class SearchIndex {
  readonly #options: SearchOptions;
  readonly #digests: Map<string, string>;
  readonly #awaited: Set<string>;
  /** What is to be told, in this order: an address, and the site in which its page stands; none: it is not rendered yet. */
  readonly #queue: (readonly [address: string, site?: string])[] = [];
  #index: Promise<PagefindIndex> | undefined;
  #telling: Promise<void> | undefined;
  #made: Promise<void> | undefined;

  private constructor(options: SearchOptions) {
    this.#options = options;
    this.#digests = new Map(options.kept);
    this.#awaited = new Set(options.searched.filter((address) => !options.kept.has(address)));
  }

  static begin(options: SearchOptions): SearchIndex {
    const made = new SearchIndex(options);
    // Where all articles are those of the last site, its index is most likely taken.
    if (made.#awaited.size > 0) made.#seed();
    return made;
  }

  /** Whether a page is searched. */
  has(address: string): boolean {
    return this.#awaited.has(address);
  }

  /** An article that was rendered, and stands in the new site. */
  add(address: string, digest: string): void {
    this.#awaited.delete(address);
    this.#digests.set(address, digest);
    this.#tell(address, this.#options.dist);
    // All articles are there: it is made while other pages are rendered.
    if (this.#awaited.size === 0) this.#make();
  }

  /** Puts the index into the site, when that has all articles. */
  async write(): Promise<void> {
    const { root, dist, identity, searched, reuse } = this.#options;
    // What Astro itself wrote.
    for (const address of this.#awaited) this.add(address, fingerprint([readFileSync(join(dist, placeOf(address)))]));
    const key = fingerprint([identity, ...searched.flatMap((address) => [address, this.#digests.get(address) ?? ''])]);
    const memo = join(root, '.verbatim', 'search.json');
    const last = reuse && this.#index === undefined ? (readChecked(memo) as Made | undefined) : undefined;
    const [before, now] = [join(root, 'dist', FOLDER), join(dist, FOLDER)];
    if (last?.key === key && last.files.every(([path, digest]) => isStill(join(before, path), digest))) {
      const site = new NewSite(now);
      for (const [path] of last.files) site.link(path, join(before, path));
      return;
    }
    if (this.#index === undefined) this.#seed();
    await this.#make();
    await close();
    const files = (await glob('**', { cwd: now })).sort().map((path) => [path, fingerprint([readFileSync(join(now, path))])] as const);
    await writeChecked(memo, { key, files } satisfies Made);
  }

  #seed(): void {
    const { root, searched, kept } = this.#options;
    for (const address of searched) this.#tell(address, kept.has(address) ? join(root, 'dist') : undefined);
  }

  #tell(...told: readonly [address: string, site?: string | undefined]): void {
    this.#queue.push(told);
    this.#telling ??= this.#tellAll();
    // Whoever waits for it hears of it.
    this.#telling.catch(() => undefined);
  }

  /** A few at once: Pagefind takes one after the other, and what waits for it is held in memory. */
  async #tellAll(): Promise<void> {
    const index = await (this.#index ??= opened());
    while (this.#queue.length > 0) {
      const some = this.#queue.splice(0, TOGETHER);
      const told = await Promise.all(some.map(([url, site]) => index.addHTMLFile({ url, content: site === undefined ? STUB : readFileSync(join(site, placeOf(url)), 'utf8') })));
      fail(told.flatMap(({ errors }) => errors));
    }
    this.#telling = undefined;
  }

  #make(): Promise<void> {
    this.#made ??= this.#makeFiles();
    // Whoever waits for it hears of it.
    this.#made.catch(() => undefined);
    return this.#made;
  }

  async #makeFiles(): Promise<void> {
    const folder = join(this.#options.dist, FOLDER);
    await this.#telling;
    fail((await (await (this.#index ??= opened())).writeFiles({ outputPath: folder })).errors);
    for (const name of readdirSync(folder).filter((each) => INTERFACE.test(each))) rmSync(join(folder, name));
  }
}

function fail(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

async function opened(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  fail(errors);
  return index as PagefindIndex;
}

function isStill(file: string, digest: string): boolean {
  const bytes = readIfThere(file);
  return bytes !== undefined && fingerprint([bytes]) === digest;
}

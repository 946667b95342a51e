import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { fingerprint } from '../../core/text/hash.ts';
import { readChecked, writeChecked } from '../../runner/files/state-file.ts';
import { isStill, placeOf } from '../incremental/previous-site.ts';
import { NewSite } from './site-writer.ts';

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
  /** Of the code of that site. */
  readonly code: string;
  /** Addresses of the articles, in their order. */
  readonly searched: readonly string[];
  readonly files: readonly (readonly [path: string, digest: string])[];
}

interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface SearchOptions {
  /** The project; the last site is its `dist/`. */
  readonly root: string;
  /** The site that is built, and gets the index. */
  readonly dist: string;
  /** Of the code of the site: where that is another, so are most likely all articles. */
  readonly code: string;
  /** Whether the last site's index may be taken, if its articles are the same. */
  readonly reuse: boolean;
}

/** What is searched, when that is known. */
export interface Searched {
  /** Of all that makes an index. */
  readonly identity: string;
  /** Addresses of all articles, in the order of the index: no other page has an element with `data-pagefind-body`. */
  readonly searched: readonly string[];
  /** Of those that the last site has too: the digest of the page. */
  readonly kept: ReadonlyMap<string, string>;
}

/**
 * Pagefind's index of the articles, in `pagefind/`. Only what stands in an element with `data-pagefind-body` is found. It is made by a
 * process of its own while the site is built: first each article of the last site is read, then those that are rendered take
 * their places. The same articles give the same bytes, in whichever order they come.
 */
export class SearchIndex {
  readonly #options: SearchOptions;
  readonly #memo: string;
  readonly #last: Made | undefined;
  /** What is to be told, in this order: an address, and the site in which its page stands; none: it is not rendered yet. */
  readonly #queue: (readonly [address: string, site?: string])[] = [];
  readonly #awaited = new Set<string>();
  #digests = new Map<string, string>();
  #plan: Searched = { identity: '', searched: [], kept: new Map() };
  /** What was told of the last site, before it was known what is searched. */
  #ahead: readonly string[] = [];
  #index: Promise<PagefindIndex> | undefined;
  #telling: Promise<void> | undefined;
  #made: Promise<readonly IndexFile[]> | undefined;

  constructor(options: SearchOptions) {
    this.#options = options;
    this.#memo = join(options.root, '.verbatim', 'search.json');
    this.#last = options.reuse ? (readChecked(this.#memo) as Made | undefined) : undefined;
  }

  /** Begins with the articles of the last site, which are most likely nearly all of this one. @param still addresses of what still stands there */
  goAhead(still: { has: (address: string) => boolean }): void {
    if (this.#last === undefined || this.#last.code !== this.#options.code) return;
    this.#ahead = this.#last.searched;
    for (const address of this.#ahead)
      this.#tell(address, still.has(address) ? join(this.#options.root, 'dist') : undefined);
  }

  /** Tells what is searched. */
  begin(plan: Searched): void {
    this.#plan = plan;
    this.#digests = new Map(plan.kept);
    for (const address of plan.searched) if (!plan.kept.has(address)) this.#awaited.add(address);
    // Where all articles are those of the last site, its index is most likely taken.
    if (this.#awaited.size > 0 && !isDeepStrictEqual(this.#ahead, plan.searched)) this.#seed();
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
    const { root, dist, code } = this.#options;
    const { identity, searched } = this.#plan;
    // What Astro itself wrote.
    for (const address of this.#awaited)
      this.add(address, fingerprint([readFileSync(join(dist, placeOf(address)))]));
    const key = fingerprint([
      identity,
      ...searched.flatMap(address => [address, this.#digests.get(address) ?? '']),
    ]);
    const before = join(root, 'dist', FOLDER);
    const site = new NewSite(join(dist, FOLDER));
    if (
      this.#made === undefined &&
      this.#last?.key === key &&
      this.#last.files.every(([path, digest]) => isStill(join(before, path), digest))
    ) {
      for (const [path] of this.#last.files) site.link(path, join(before, path));
      if (this.#index !== undefined) await close();
      return;
    }
    if (this.#made === undefined && !isDeepStrictEqual(this.#ahead, searched)) this.#seed();
    const files = await this.#make();
    await close();
    for (const { path, content } of files) site.write(path, content);
    await writeChecked(this.#memo, {
      key,
      code,
      searched,
      files: files.map(({ path, content }) => [path, fingerprint([content])]),
    } satisfies Made);
  }

  /** Tells all articles in their order, and forgets what was told before. */
  #seed(): void {
    const { searched, kept } = this.#plan;
    this.#queue.length = 0;
    this.#index = this.#index?.then(async old => {
      await old.deleteIndex();
      return opened();
    });
    for (const address of searched)
      this.#tell(address, kept.has(address) ? join(this.#options.root, 'dist') : undefined);
  }

  #tell(...told: readonly [address: string, site?: string | undefined]): void {
    this.#queue.push(told);
    this.#telling ??= this.#tellAll();
    // Whoever waits for it hears of it.
    this.#telling.catch(() => undefined);
  }

  /** A few at once: Pagefind takes one after the other, and what waits for it is held in memory. */
  async #tellAll(): Promise<void> {
    while (this.#queue.length > 0) {
      const opening = (this.#index ??= opened());
      const index = await opening;
      // It was begun anew meanwhile, and so was what is to be told.
      if (opening !== this.#index) continue;
      const some = this.#queue.splice(0, TOGETHER);
      const told = await Promise.all(
        some.map(([url, site]) =>
          index.addHTMLFile({
            url,
            content: site === undefined ? STUB : readFileSync(join(site, placeOf(url)), 'utf8'),
          }),
        ),
      );
      fail(told.flatMap(({ errors }) => errors));
    }
    this.#telling = undefined;
  }

  #make(): Promise<readonly IndexFile[]> {
    this.#made ??= this.#makeFiles();
    // Whoever waits for it hears of it.
    this.#made.catch(() => undefined);
    return this.#made;
  }

  /** Its files, as bytes: Pagefind would say that it has written them before it has. */
  async #makeFiles(): Promise<readonly IndexFile[]> {
    await this.#telling;
    const { errors, files } = await (await (this.#index ??= opened())).getFiles();
    fail(errors);
    return files.filter(({ path }) => !INTERFACE.test(path));
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

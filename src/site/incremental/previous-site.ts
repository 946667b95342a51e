import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { readChecked, writeChecked } from '../../runner/files/state-file.ts';
import { ifExists } from '../../runner/files/if-exists.ts';

/** What is known of a page that was built: the key of all that it was made of, and the digest of its bytes. */
export interface Known {
  readonly key: string;
  readonly digest: string;
}

/**
 * The site as the last build left it, in `dist/`. A page whose key is that of the last build, and whose bytes are those that
 * the last build wrote, is taken from there; any other is rendered.
 */
export class LastSite {
  readonly #root: string;
  readonly #next = new Map<string, Known>();
  #still: ReadonlyMap<string, Known> = new Map();
  #keys: ReadonlyMap<string, string> = new Map();

  constructor(root: string) {
    this.#root = root;
  }

  /** Tells what `readLast` found. Without that, nothing is taken. */
  stands(still: ReadonlyMap<string, Known>): void {
    this.#still = still;
  }

  /** Tells the keys of this build's pages, by address; a page without one is always rendered. */
  expect(keys: ReadonlyMap<string, string>): void {
    this.#keys = keys;
  }

  /** The digest of a page that the last build made of the same; undefined where it must be rendered. */
  find(address: string, key = this.#keys.get(address)): string | undefined {
    const known = this.#still.get(address);
    return known !== undefined && known.key === key ? known.digest : undefined;
  }

  /** Takes over all that `find` finds. @returns addresses with digests */
  keep(): readonly (readonly [address: string, digest: string])[] {
    const kept = [...this.#still]
      .filter(([address]) => this.find(address) !== undefined)
      .map(([address, { digest }]) => [address, digest] as const);
    for (const [address, digest] of kept) this.note(address, digest);
    return kept;
  }

  /** Whether this build may leave a page at its address to the next one. */
  isKnown(address: string): boolean {
    return this.#keys.has(address);
  }

  /** Takes down what stands at an address in this build. @param digest of its bytes */
  note(address: string, digest: string): void {
    const key = this.#keys.get(address);
    if (key !== undefined) this.#next.set(address, { key, digest });
  }

  /** Digests of what was taken down, by its place below the site. */
  digests(): ReadonlyMap<string, string> {
    return new Map([...this.#next].map(([address, { digest }]) => [placeOf(address), digest]));
  }

  /** Makes this build's site the last one: to be called when it is published. */
  async save(): Promise<void> {
    await writeChecked(fileOf(this.#root), [...this.#next]);
  }
}

/** What the last build made, by address, as far as its bytes are those that it wrote. */
export function readLast(root: string): ReadonlyMap<string, Known> {
  const known = (readChecked(fileOf(root)) as [string, Known][] | undefined) ?? [];
  return new Map(
    known.filter(([address, { digest }]) => isStill(join(root, 'dist', placeOf(address)), digest)),
  );
}

const fileOf = (root: string): string => join(root, '.verbatim', 'pages.json');

/** `/advanced/locks/` → `advanced/locks/index.html`; a file keeps its name. */
export function placeOf(address: string): string {
  return decodeURI(address).slice(1) + (address.endsWith('/') ? 'index.html' : '');
}

/** Whether the bytes of a file of a site are those of a digest. */
export function isStill(file: string, digest: string): boolean {
  const bytes = readIfThere(file);
  return bytes !== undefined && fingerprint([bytes]) === digest;
}

/** Bytes of a file of a site; undefined where there is none. Anybody may have put a folder in its place, or a file in place of its folder. */
export function readIfThere(file: string): Buffer | undefined {
  return ifExists(() => readFileSync(file), ['ENOENT', 'ENOTDIR', 'EISDIR']);
}

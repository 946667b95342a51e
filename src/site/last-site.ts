import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../core/fingerprint.ts';
import { readChecked, writeChecked } from '../runner/checked-file.ts';
import { unlessAbsent } from '../runner/unless-absent.ts';

/** What is known of a page that was built: the key of all that it was made of, and the digest of its bytes. */
interface Known {
  readonly key: string;
  readonly digest: string;
}

/** A file of the last site, whose bytes were just found to be those that the last build wrote. */
export interface KeptFile {
  readonly file: string;
  /** Of its bytes. */
  readonly digest: string;
}

/**
 * The site as the last build left it, in `dist/`. A page whose key is that of the last build, and whose bytes are those that
 * the last build wrote, is taken from there; any other is rendered.
 */
export class LastSite {
  readonly #root: string;
  readonly #known: ReadonlyMap<string, Known>;
  readonly #next = new Map<string, Known>();
  readonly #found = new Map<string, KeptFile | undefined>();
  readonly #keys: ReadonlyMap<string, string>;

  private constructor(root: string, keys: ReadonlyMap<string, string>, known: ReadonlyMap<string, Known>) {
    this.#root = root;
    this.#keys = keys;
    this.#known = known;
  }

  /** @param keys of this build's pages, by address; a page without one is always rendered @param reuse whether anything is taken from the last site */
  static open(root: string, keys: ReadonlyMap<string, string>, reuse: boolean): LastSite {
    return new LastSite(root, keys, new Map(reuse ? ((readChecked(fileOf(root)) as [string, Known][] | undefined) ?? []) : []));
  }

  /** A page at its address as the last build made it of the same; undefined where it must be rendered. It is read once. */
  find(address: string): KeptFile | undefined {
    if (!this.#found.has(address)) this.#found.set(address, this.#read(address));
    return this.#found.get(address);
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

  /** Makes this build's site the last one: to be called when it is published. */
  async save(): Promise<void> {
    await writeChecked(fileOf(this.#root), [...this.#next]);
  }

  #read(address: string): KeptFile | undefined {
    const known = this.#known.get(address);
    if (known === undefined || known.key !== this.#keys.get(address)) return undefined;
    const file = join(this.#root, 'dist', placeOf(address));
    const bytes = readIfThere(file);
    return bytes !== undefined && fingerprint([bytes]) === known.digest ? { file, digest: known.digest } : undefined;
  }
}

const fileOf = (root: string): string => join(root, '.verbatim', 'pages.json');

/** `/advanced/locks/` → `advanced/locks/index.html`; a file keeps its name. */
export function placeOf(address: string): string {
  return decodeURI(address).slice(1) + (address.endsWith('/') ? 'index.html' : '');
}

/** Bytes of a file of a site; undefined where there is none. Anybody may have put a folder in its place, or a file in place of its folder. */
export function readIfThere(file: string): Buffer | undefined {
  return unlessAbsent(() => readFileSync(file), ['ENOENT', 'ENOTDIR', 'EISDIR']);
}

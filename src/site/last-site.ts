import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../core/fingerprint.ts';
import { readChecked, writeChecked } from '../runner/checked-file.ts';

/** What is known of a page that was built: the key of all that it was made of, and the digest of its bytes. */
interface Known {
  readonly key: string;
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

  /** The bytes of a page at its address, as the last build made them of the same; undefined where it must be rendered. */
  async find(address: string): Promise<Buffer<ArrayBuffer> | undefined> {
    const known = this.#known.get(address);
    if (known === undefined || known.key !== this.#keys.get(address)) return undefined;
    const bytes = await readFile(join(this.#root, 'dist', placeOf(address))).catch(() => undefined);
    return bytes !== undefined && fingerprint([bytes]) === known.digest ? bytes : undefined;
  }

  /** Takes down what stands at an address in this build. */
  note(address: string, bytes: Uint8Array): void {
    const key = this.#keys.get(address);
    if (key !== undefined) this.#next.set(address, { key, digest: fingerprint([bytes]) });
  }

  /** Makes this build's site the last one: to be called when it is published. */
  async save(): Promise<void> {
    await writeChecked(fileOf(this.#root), [...this.#next]);
  }
}

const fileOf = (root: string): string => join(root, '.verbatim', 'pages.json');

/** `/advanced/locks/` → `advanced/locks/index.html`; a file keeps its name. */
function placeOf(address: string): string {
  return decodeURI(address).slice(1) + (address.endsWith('/') ? 'index.html' : '');
}

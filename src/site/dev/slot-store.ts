import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOwnerDead, OWNER } from '../../runner/files/process-tag.ts';
import { DRAFTS, type Stored } from '../figures/figure-registry.ts';

/**
 * What a dev server shows in each place of its pages. Other than a figure of a build, it has one place that holds what is shown
 * now: so when an output changes, nothing is compiled anew. Each server has a folder of its own, and the next one removes it.
 */
export class DraftStore {
  static #count = 0;
  readonly #state: string;
  // A server that starts anew in the same process, as when its settings were changed, has another.
  readonly #name = `${OWNER}.${(DraftStore.#count += 1)}`;
  readonly #written = new Map<string, string>();

  constructor(root: string) {
    this.#state = join(root, '.verbatim');
    const folder = join(this.#state, DRAFTS);
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder))
      if (isOwnerDead(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }

  /** The key of a place: what a component is given to show what stands there. */
  key(page: string, place: string | number): string {
    return `${DRAFTS}/${this.#name}/${page}/${place}`;
  }

  /** Puts something into a place. @returns whether that is something else than stood there */
  put(key: string, shown: Stored): boolean {
    const text = JSON.stringify(shown);
    if (this.#written.get(key) === text) return false;
    const path = join(this.#state, `${key}.json`);
    mkdirSync(dirname(path), { recursive: true });
    // Nobody reads it meanwhile: pages are rendered by this process.
    writeFileSync(path, text);
    this.#written.set(key, text);
    return true;
  }

  close(): void {
    rmSync(join(this.#state, DRAFTS, this.#name), { recursive: true, force: true });
  }
}

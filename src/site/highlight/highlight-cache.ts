import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { readChecked, writeChecked } from '../../runner/files/state-file.ts';
import { highlighterIdentity } from '../incremental/inputs-digest.ts';

/** A source as it was highlighted, and the rules of the classes in it: each class with its style. */
export interface Highlighted {
  readonly lines: readonly string[];
  readonly rules: readonly (readonly [string, string])[];
}

/** What was highlighted, by language and source: most code stands on two pages, and in the next build again. */
export class HighlightCache {
  readonly #file: string | undefined;
  /** Of earlier builds. */
  readonly #kept: ReadonlyMap<string, Highlighted>;
  /** That this build asked for: all that is kept for the next. */
  readonly #used = new Map<string, Highlighted>();
  #changed = false;

  private constructor(file: string | undefined, kept: ReadonlyMap<string, Highlighted>) {
    this.#file = file;
    this.#kept = kept;
  }

  /** @param root absent: nothing outlives this process */
  static open(root: string | undefined): HighlightCache {
    const file =
      root === undefined
        ? undefined
        : join(root, '.verbatim', `highlighted-${highlighterIdentity(root).slice(0, 20)}.json`);
    return new HighlightCache(
      file,
      new Map(file === undefined ? [] : ((readChecked(file) as [string, Highlighted][] | undefined) ?? [])),
    );
  }

  /** @param key of a source: `keyOf` */
  find(key: string): Highlighted | undefined {
    const known = this.#used.get(key) ?? this.#kept.get(key);
    if (known !== undefined) this.#used.set(key, known);
    return known;
  }

  keep(key: string, highlighted: Highlighted): void {
    this.#used.set(key, highlighted);
    this.#changed = true;
  }

  async save(): Promise<void> {
    if (this.#file !== undefined && (this.#changed || this.#used.size !== this.#kept.size))
      await writeChecked(this.#file, [...this.#used]);
  }
}

/** Of a source in its language. */
export function keyOf(source: string, language: string): string {
  return fingerprint([language, source]);
}

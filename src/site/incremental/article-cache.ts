import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { readChecked, writeChecked } from '../../runner/files/state-file.ts';
import type { ArticleFile } from '../article/article-files.ts';
import type { Examined } from '../compile/check-article.ts';
import type { Outline } from '../article/outline.ts';

export interface MemoOptions {
  /** The file below `.verbatim/` that keeps it. */
  readonly name: string;
  /** Digest of everything that makes it, besides articles and examples. */
  readonly rules: string;
  /** All of an example that an article can show, as it is now. */
  readonly stateOf: (id: string) => string;
}

/**
 * What is kept of articles in which nothing was wrong. An article is looked at anew when it has changed, or the examples that it shows, or
 * the rules; and always where it has pictures or imports (`isMemorable`), which are files of their own.
 */
export class ArticleMemo<Kept extends { readonly outline: Outline }> {
  readonly #file: string;
  readonly #options: MemoOptions;
  readonly #known: ReadonlyMap<string, Kept & { readonly key: string }>;
  readonly #next = new Map<string, Kept & { readonly key: string }>();
  readonly #states = new Map<string, string>();

  constructor(root: string, options: MemoOptions) {
    this.#file = join(root, '.verbatim', options.name);
    this.#options = options;
    this.#known = new Map(
      Object.entries(
        (readChecked(this.#file) as Record<string, Kept & { readonly key: string }> | undefined) ?? {},
      ),
    );
  }

  /** What is kept of an article, if that still holds. */
  find(read: ArticleFile): Kept | undefined {
    const known = this.#known.get(read.file);
    if (known === undefined || known.key !== this.#key(read, known.outline)) return undefined;
    this.#next.set(read.file, known);
    return known;
  }

  keep(read: ArticleFile, kept: Kept): void {
    this.#next.set(read.file, { ...kept, key: this.#key(read, kept.outline) });
  }

  /** Writes what is known now, if that is something new. */
  async save(): Promise<void> {
    const same =
      this.#next.size === this.#known.size &&
      [...this.#next].every(([file, kept]) => this.#known.get(file) === kept);
    if (!same) await writeChecked(this.#file, Object.fromEntries(this.#next));
  }

  #key({ file, source }: ArticleFile, { shown }: Outline): string {
    return fingerprint([this.#options.rules, file, source, ...shown.flatMap(id => [id, this.#state(id)])]);
  }

  #state(id: string): string {
    const state = this.#states.get(id) ?? this.#options.stateOf(id);
    this.#states.set(id, state);
    return state;
  }
}

/** Whether something may be kept of an article: nothing is wrong with it, and its text is all that it is. */
export function isMemorable({ problems, scan }: Examined): boolean {
  return (
    problems.length === 0 && scan !== undefined && scan.pictures.length === 0 && scan.modules.length === 0
  );
}

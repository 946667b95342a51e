import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../core/fingerprint.ts';
import { readChecked, writeChecked } from '../runner/checked-file.ts';
import { runnerIdentity } from '../runner/surroundings.ts';
import type { ArticleFile } from './content.ts';
import type { Examined } from './examine.ts';
import type { Outline } from './outline.ts';
import type { Proofs } from './proofs.ts';

/** What is kept of an article in which nothing was wrong, and what that was said of. */
interface Kept {
  readonly key: string;
  readonly outline: Outline;
}

/**
 * Outlines of articles in which an earlier check found nothing, in `.verbatim/articles.json`. An article is looked at anew when it has
 * changed, or the examples that it shows, or the rules; and always where it has pictures or imports, which are files of their own.
 */
export class ArticleMemo {
  readonly #file: string;
  readonly #proofs: Proofs;
  readonly #rules: string;
  readonly #known: ReadonlyMap<string, Kept>;
  readonly #kept = new Map<string, Kept>();
  readonly #states = new Map<string, string>();

  constructor(root: string, proofs: Proofs) {
    this.#file = join(root, '.verbatim', 'articles.json');
    this.#proofs = proofs;
    this.#rules = rules(root);
    this.#known = new Map(Object.entries((readChecked(this.#file) as Record<string, Kept> | undefined) ?? {}));
  }

  /** The outline of an article in which nothing is wrong, if that is known. */
  find(read: ArticleFile): Outline | undefined {
    const known = this.#known.get(read.file);
    if (known === undefined || known.key !== this.#key(read, known.outline)) return undefined;
    this.#kept.set(read.file, known);
    return known.outline;
  }

  keep(read: ArticleFile, { problems, scan, outline }: Examined): void {
    if (problems.length > 0 || scan === undefined || scan.pictures.length > 0 || scan.modules.length > 0) return;
    this.#kept.set(read.file, { key: this.#key(read, outline), outline });
  }

  /** Writes what is known now, if that is something new. */
  async save(): Promise<void> {
    const same = this.#kept.size === this.#known.size && [...this.#kept].every(([file, kept]) => this.#known.get(file) === kept);
    if (!same) await writeChecked(this.#file, Object.fromEntries(this.#kept));
  }

  #key({ file, source }: ArticleFile, { shown }: Outline): string {
    return fingerprint([this.#rules, file, source, ...shown.flatMap((id) => [id, this.#state(id)])]);
  }

  /** All of an example that an article can show, as it is now. */
  #state(id: string): string {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const { example, recorded } = this.#proofs.get(id) ?? {};
    const state = example === undefined ? 'none' : fingerprint([example.file, ...[...example.files].flat(), JSON.stringify(recorded)]);
    this.#states.set(id, state);
    return state;
  }
}

/** Digest of everything that says what is wrong with an article: our own code, and that of the packages. */
function rules(root: string): string {
  const lock = join(root, 'package-lock.json');
  return fingerprint([runnerIdentity(import.meta.dirname), runnerIdentity(join(import.meta.dirname, '../core')), existsSync(lock) ? readFileSync(lock) : 'none']);
}

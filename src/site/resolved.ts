import { join } from 'node:path';
import { fingerprint } from '../core/fingerprint.ts';
import { proved } from '../core/ledger.ts';
import { readChecked, writeChecked } from '../runner/checked-file.ts';
import type { Card } from './card.ts';
import type { CompiledArticle } from './compile.ts';
import type { ArticleFile } from './content.ts';
import { holdFigure } from './figure-store.ts';
import type { Used } from './highlight.ts';
import type { Outline } from './outline.ts';
import type { Proofs } from './proofs.ts';

/** What a build knows of an article, whether or not its page is made anew. */
export interface ResolvedArticle {
  /** Digest of its source as it is compiled: in place of each example the digest of what the page shows. */
  readonly digest: string;
  /** Ids of the examples that it shows. */
  readonly ids: readonly string[];
  readonly words: number;
  /** Lines of code that it shows. */
  readonly codeLines: number;
  /** Its text in plain Markdown: the key of that figure, how many bytes the text has, and their digest. */
  readonly twin: { readonly key: string; readonly bytes: number; readonly sha256: string };
}

export function resolvedOf({ source, ids, words, codeLines, twin }: CompiledArticle): ResolvedArticle {
  const bytes = Buffer.from(twin);
  return { digest: fingerprint([source]), ids, words, codeLines, twin: { key: holdFigure({ kind: 'twin', markdown: twin }), bytes: bytes.length, sha256: fingerprint([bytes]) } };
}

/** All that a build has to know of an article in which nothing was wrong, if it need not look at it again. */
export interface Remembered {
  readonly outline: Outline;
  readonly card: Card;
  readonly article: ResolvedArticle;
  /** What it took to highlight it: the stylesheet must know. */
  readonly used: Used;
}

interface Kept extends Remembered {
  readonly key: string;
}

/**
 * Articles as the last build resolved them, in `.verbatim/resolved.json`. One is looked at anew when it has changed, or anything of the examples
 * that it shows, or the code; and when its page has to be made, which needs its figures.
 */
export class ResolvedMemo {
  readonly #file: string;
  readonly #code: string;
  readonly #proofs: Proofs;
  readonly #known: ReadonlyMap<string, Kept>;
  readonly #next = new Map<string, Kept>();
  readonly #states = new Map<string, string>();

  /** @param code of all that resolves: `siteIdentity` */
  constructor(root: string, code: string, proofs: Proofs) {
    this.#file = join(root, '.verbatim', 'resolved.json');
    this.#code = code;
    this.#proofs = proofs;
    this.#known = new Map((readChecked(this.#file) as [string, Kept][] | undefined) ?? []);
  }

  find(read: ArticleFile): Remembered | undefined {
    const known = this.#known.get(read.file);
    if (known === undefined || known.key !== this.#key(read, known.outline)) return undefined;
    this.#next.set(read.file, known);
    return known;
  }

  keep(read: ArticleFile, remembered: Remembered): void {
    this.#next.set(read.file, { ...remembered, key: this.#key(read, remembered.outline) });
  }

  /** Keeps for the next build what this one knows. */
  async save(): Promise<void> {
    const same = this.#next.size === this.#known.size && [...this.#next].every(([file, kept]) => this.#known.get(file) === kept);
    if (!same) await writeChecked(this.#file, [...this.#next]);
  }

  #key({ file, source }: ArticleFile, { shown }: Outline): string {
    return fingerprint([this.#code, file, source, ...shown.flatMap((id) => [id, this.#state(id)])]);
  }

  /** All of an example that an article can show, as it is now. */
  #state(id: string): string {
    let state = this.#states.get(id);
    if (state === undefined) {
      const { entries = [], example, proved: shown, recorded, unproved } = this.#proofs.get(id) ?? {};
      const { files = new Map<string, Uint8Array>(), ...rest } = example ?? {};
      state = fingerprint([JSON.stringify([entries.map(proved), shown, recorded, unproved, rest]), ...[...files].flat()]);
      this.#states.set(id, state);
    }
    return state;
  }
}

import { fingerprint } from '../../core/text/hash.ts';
import { withoutMeasurements } from '../../core/ledger/ledger.ts';
import { ArticleMemo } from './article-cache.ts';
import type { Card } from '../social-cards/draw-card.ts';
import type { CompiledArticle } from '../compile/compile-article.ts';
import { holdFigure } from '../figures/figure-registry.ts';
import type { Used } from '../highlight/highlighter.ts';
import type { Outline } from '../article/outline.ts';
import type { Proof, Proofs } from '../figures/example-proofs.ts';

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
  return {
    digest: fingerprint([source]),
    ids,
    words,
    codeLines,
    twin: {
      key: holdFigure({ kind: 'twin', markdown: twin }),
      bytes: bytes.length,
      sha256: fingerprint([bytes]),
    },
  };
}

/** All that a build has to know of an article in which nothing was wrong, if it need not look at it again. */
export interface Remembered {
  readonly outline: Outline;
  readonly card: Card;
  readonly article: ResolvedArticle;
  /** What it took to highlight it: the stylesheet must know. */
  readonly used: Used;
}

/**
 * Articles as the last build resolved them, in `.verbatim/resolved.json`; looked at again all the same is one whose page has to be
 * made, which needs its figures. @param code of all that resolves: `siteIdentity`
 */
export function resolvedMemo(root: string, code: string, proofs: Proofs): ArticleMemo<Remembered> {
  return new ArticleMemo(root, {
    name: 'resolved.json',
    rules: code,
    stateOf: id => provedState(proofs.get(id)),
  });
}

/** What a page sees of an example: its files, what was recorded, and what was proved of that. */
function provedState(proof: Proof | undefined): string {
  const { entries = [], example, proved: shown, recorded, unproved } = proof ?? {};
  const { files = new Map<string, Uint8Array>(), ...rest } = example ?? {};
  return fingerprint([
    JSON.stringify([entries.map(withoutMeasurements), shown, recorded, unproved, rest]),
    ...[...files].flat(),
  ]);
}

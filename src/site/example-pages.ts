import { contractSentence } from '../core/contract-text.ts';
import type { VerdictKind } from '../core/verdict.ts';
import type { AnyFigure } from './figure.ts';
import type { Highlighter } from './highlight.ts';
import { idOf, type Proofs } from './proofs.ts';
import { resolve } from './resolve.ts';

/** What the site shows of an example by itself. */
export interface ExamplePage {
  readonly id: string;
  /** `/examples/threading/lock/` */
  readonly href: string;
  /** Relative to the project, and to the site: `examples/threading/lock.py`. */
  readonly file: string;
  readonly entry: string;
  readonly verdict: VerdictKind;
  readonly python?: string | undefined;
  readonly requiresPython?: string | undefined;
  /** What is promised of the output, in words; absent where every byte is. */
  readonly promise?: string | undefined;
  /** What its recording was accepted on. */
  readonly accepted?: { readonly python: string; readonly runs: number; readonly sha256: string } | undefined;
  /** Key of the figure that shows the whole file and its output. */
  readonly figure: string;
  /** Paths of the articles that show it, relative to the project. */
  readonly articles: readonly string[];
}

/** Every example that was verified → its page. `shownIn` are the ids that each article shows, by the article's path. */
export function examplePages(proofs: Proofs, shownIn: ReadonlyMap<string, readonly string[]>, highlighter: Highlighter, store: (figure: AnyFigure) => string): readonly ExamplePage[] {
  return [...proofs.values()].flatMap(({ entry, example, recording }): ExamplePage[] => {
    if (example === undefined) return [];
    const { value } = resolve({ component: 'Example', props: { file: example.file.replace(/^[^/]+\//, ''), block: true }, text: '', place: { line: 1, column: 1, start: 0, end: 0 } }, entry.file, proofs, highlighter, new Set());
    if (value === undefined) return [];
    return [{
      id: example.id,
      href: exampleHref(example.id),
      file: example.file,
      entry: example.entry,
      verdict: entry.verdict,
      python: entry.python,
      requiresPython: example.metadata.requiresPython,
      promise: contractSentence(example.contract),
      accepted: entry.verdict === 'verified' ? recording?.receipt : undefined,
      figure: store(value),
      articles: [...shownIn].filter(([, ids]) => ids.map(idOf).includes(example.id)).map(([file]) => file),
    }];
  });
}

export function exampleHref(id: string): string {
  return `/examples/${id}/`;
}

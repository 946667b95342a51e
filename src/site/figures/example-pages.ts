import { contractSentence } from '../../core/contract/describe-contract.ts';
import { pythonName, pythonNames } from '../../core/python-version.ts';
import type { VerdictKind } from '../../core/verdict/verdict.ts';
import { exampleHref } from '../article/article-files.ts';
import type { AnyFigure } from './figure.ts';
import type { Highlighter } from '../highlight/highlighter.ts';
import { type Proofs } from './example-proofs.ts';
import { idOf } from '../../core/example/example-id.ts';
import { resolve } from './build-figure.ts';

/** What the site shows of an example by itself. */
export interface ExamplePage {
  readonly id: string;
  /** `/examples/threading/lock/` */
  readonly href: string;
  /** Relative to the project, and to the site: `examples/threading/lock.py`. */
  readonly file: string;
  readonly entry: string;
  readonly verdict: VerdictKind;
  /** Versions of CPython that verified it: `3.14.10, 3.13.0 free-threaded`. */
  readonly python?: string | undefined;
  readonly requiresPython?: string | undefined;
  /** What is promised of the output, in words; absent where every byte is. */
  readonly promise?: string | undefined;
  /** Each recording that this build verified: by which versions, and what it was accepted on. */
  readonly recordings: readonly {
    readonly python: string;
    readonly accepted: string;
    readonly runs: number;
    readonly sha256: string;
  }[];
  /** Versions whose own recordings this build did not verify. */
  readonly otherVersions?: string | undefined;
  /** Key of the figure that shows the whole file and its output. */
  readonly figure: string;
  /** Paths of the articles that show it, relative to the project. */
  readonly articles: readonly string[];
}

/** Every example that was verified → its page. `shownIn` are the ids that each article shows, by the article's path. */
export function examplePages(
  proofs: Proofs,
  shownIn: ReadonlyMap<string, readonly string[]>,
  highlighter: Highlighter,
  store: (figure: AnyFigure) => string,
): readonly ExamplePage[] {
  const articlesOf = Map.groupBy(
    [...shownIn].flatMap(([file, ids]) => [...new Set(ids.map(idOf))].map(id => ({ id, file }))),
    ({ id }) => id,
  );
  return [...proofs.values()].flatMap(({ entry, example, proved }): ExamplePage[] => {
    if (example === undefined) return [];
    const { value } = resolve(
      {
        component: 'Example',
        props: { file: example.file.replace(/^[^/]+\//, ''), block: true },
        text: '',
        place: { line: 1, column: 1, start: 0, end: 0 },
        spots: {},
      },
      entry.file,
      proofs,
      highlighter,
      new Set(),
    );
    if (value?.kind !== 'figure') return [];
    return [
      {
        id: example.id,
        href: exampleHref(example.id),
        file: example.file,
        entry: example.entry,
        verdict: entry.verdict,
        python: value.python,
        requiresPython: example.metadata.requiresPython,
        promise: contractSentence(example.contract),
        recordings: proved.flatMap(({ recording: { receipt }, pythons }) =>
          receipt === undefined
            ? []
            : [
                {
                  python: pythonNames(pythons),
                  accepted: pythonName({ version: receipt.python, gil: receipt.gil ?? true }),
                  runs: receipt.runs,
                  sha256: receipt.sha256,
                },
              ],
        ),
        otherVersions: value.otherVersions,
        figure: store(value),
        articles: (articlesOf.get(example.id) ?? []).map(({ file }) => file),
      },
    ];
  });
}

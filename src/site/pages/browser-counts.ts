import type { BrowserFacts } from '../figures/parts/browser-facts.ts';
import type { ExamplePage } from '../figures/example-pages.ts';

/** How many samples run in the browser, and why the others do not. */
export interface BrowserCounts extends Pick<BrowserFacts, 'pyodide' | 'python'> {
  /** Examples and variants that the browser's Python was asked about. */
  readonly samples: number;
  readonly verified: number;
  /** Each reason with the samples that it keeps away, the most frequent first. */
  readonly reasons: readonly (readonly [reason: string, samples: number])[];
}

/** Counts the verdicts on examples and variants in the browser; undefined if there are none. */
export function browserCounts(
  examples: readonly Pick<ExamplePage, 'browser' | 'variants'>[],
): BrowserCounts | undefined {
  const all = examples
    .flatMap(example => [example, ...example.variants])
    .flatMap(({ browser }) => browser ?? []);
  const [first] = all;
  if (first === undefined) return undefined;
  const byReason = Map.groupBy(
    all.flatMap(({ reason }) => reason ?? []),
    reason => reason,
  );
  return {
    pyodide: first.pyodide,
    python: first.python,
    samples: all.length,
    verified: all.filter(({ verified }) => verified).length,
    reasons: [...byReason]
      .map(([reason, same]) => [reason, same.length] as const)
      .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)),
  };
}

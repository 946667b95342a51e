import type { BrowserWheel } from './browser-wheel.ts';

/** What one verification found about a sample in the Python of browsers. */
export interface BrowserVerdict {
  /** The id of the example. */
  readonly id: string;
  /** Whether it printed there what its contract permits: only then does a page run it. */
  readonly verified: boolean;
  /** Why it does not run there, as the end of a sentence: `it starts threads`. Absent if it is verified. */
  readonly reason?: string | undefined;
  /** The packages with which it ran there; absent if it declares none, or is not verified. */
  readonly wheels?: readonly BrowserWheel[] | undefined;
  /** Whether an earlier verification made the run; absent if there is none. */
  readonly cached?: boolean | undefined;
}

/** What one verification found about all samples that are verified under CPython. */
export interface BrowserProof {
  /** Version of the npm package: `314.0.7`. */
  readonly pyodide: string;
  /** Version of the Python that it is: `3.14.2`. */
  readonly python: string;
  /** Sorted by id. */
  readonly samples: readonly BrowserVerdict[];
}

/** A proof without what was cached: equal whenever and wherever the same is proved. */
export function withoutRuns({ pyodide, python, samples }: BrowserProof): BrowserProof {
  return { pyodide, python, samples: samples.map(({ cached: _, ...each }) => each) };
}

/** Joins the proofs of all shards; undefined if none of them has one. */
export function mergeProofs(proofs: readonly BrowserProof[]): BrowserProof | undefined {
  const [first] = proofs;
  if (first === undefined) return undefined;
  const samples = new Map<string, BrowserVerdict>();
  for (const each of proofs.flatMap(proof => proof.samples)) {
    const before = samples.get(each.id);
    if (before === undefined || rank(each) < rank(before)) samples.set(each.id, each);
  }
  return { ...first, samples: sortedById([...samples.values()]) };
}

/** Of two verdicts about one sample the smaller counts, in any order: one that keeps the button away. */
function rank({ verified, reason }: BrowserVerdict): string {
  return `${verified ? 1 : 0}${reason}`;
}

/** Verdicts in the order of a ledger. */
export function sortedById(samples: readonly BrowserVerdict[]): readonly BrowserVerdict[] {
  return samples.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** How many samples have each reason not to run, the most frequent first. */
export function countReasons({ samples }: BrowserProof): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of samples)
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return new Map([...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)));
}

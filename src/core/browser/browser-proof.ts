import type { BrowserWheel } from './browser-sample.ts';

/** What one verification found about a sample in the Python of browsers. */
export interface BrowserVerdict {
  /** The id of the example. */
  readonly id: string;
  /** Whether it printed there what its contract permits: only then does a page run it. */
  readonly verified: boolean;
  /** Why it does not run there, as the end of a sentence: `it starts threads`. Absent if it is verified. */
  readonly reason?: string | undefined;
  /** The packages with which it ran there; absent if it declares none, or did not run. */
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

import type { Ledger } from '../../src/core/ledger/ledger.ts';
import type { SourcePosition } from '../../src/core/problems/problem.ts';

declare module 'vitest' {
  interface ProvidedContext {
    verdicts: {
      readonly ledger: Ledger;
      /** Indices of the entries that fall short. */
      readonly short: readonly number[];
      /** Where articles show each example, by its id. */
      readonly shownAt: Readonly<Record<string, readonly SourcePosition[]>>;
    };
  }
}

import type { Problem } from './problem.ts';

/** What became of one example that was to be recorded: accepted (with what changed), unchanged, or refused. */
export type Acceptance =
  | { readonly kind: 'recorded'; readonly id: string; readonly change: string }
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'refused'; readonly id: string; readonly problems: readonly Problem[] };

import type { Problem } from './problem.ts';

/**
 * What became of one example that was to be recorded: accepted (with what changed), unchanged, or refused; and of its
 * recordings for single versions (`variant` is their tag), which are removed where they say nothing of their own.
 */
export type Acceptance =
  | { readonly kind: 'recorded'; readonly id: string; readonly variant?: string; readonly change: string }
  | { readonly kind: 'removed'; readonly id: string; readonly variant: string }
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'refused'; readonly id: string; readonly problems: readonly Problem[] };

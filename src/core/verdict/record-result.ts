import type { Problem } from '../problems/problem.ts';

/**
 * What recording one example changes: its recording, or that of a single version (`variant` is its tag), which is removed
 * where it says nothing of its own. `change` is the difference; it is empty where only the receipt is new.
 */
export type RecordingChange =
  | { readonly kind: 'recorded'; readonly id: string; readonly variant?: string; readonly change: string }
  | { readonly kind: 'removed'; readonly id: string; readonly variant: string };

/** What somebody accepts or declines as one: all that recording an example changes. */
export interface Proposal {
  readonly id: string;
  /** At least one. */
  readonly changes: readonly RecordingChange[];
}

/** What became of one example that was to be recorded: changes that were made, nothing to change, a proposal that was declined, or a refusal. */
export type RecordResult =
  | RecordingChange
  | { readonly kind: 'unchanged'; readonly id: string }
  | (Proposal & { readonly kind: 'declined' })
  | { readonly kind: 'refused'; readonly id: string; readonly problems: readonly Problem[] };

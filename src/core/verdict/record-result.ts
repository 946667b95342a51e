import type { Problem } from '../problems/problem.ts';

/**
 * What recording an example changes: the recording for all versions, or that of one version (`variant` is its
 * tag). `change` is the difference, empty if only the receipt is new. A redundant recording is removed.
 */
export type RecordingChange =
  | { readonly kind: 'recorded'; readonly id: string; readonly variant?: string; readonly change: string }
  | { readonly kind: 'removed'; readonly id: string; readonly variant: string };

/** All changes of an example's recordings. A person accepts or declines them together. */
export interface Proposal {
  readonly id: string;
  /** At least one. */
  readonly changes: readonly RecordingChange[];
}

/** The outcome of recording one example. */
export type RecordResult =
  | RecordingChange
  | { readonly kind: 'unchanged'; readonly id: string }
  | (Proposal & { readonly kind: 'declined' })
  | { readonly kind: 'refused'; readonly id: string; readonly problems: readonly Problem[] };

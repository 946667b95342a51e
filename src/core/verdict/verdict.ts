import type { Problem } from '../problems/problem.ts';

/** What a run shows about a recording under its contract. Only the first is good. */
export const VERDICTS = ['verified', 'drifted', 'unrecorded', 'failed', 'timed-out', 'skipped'] as const;

export type VerdictKind = (typeof VERDICTS)[number];

export interface Verdict {
  readonly kind: VerdictKind;
  /** Why it is not `verified`. */
  readonly problem?: Problem | undefined;
}

/** How many there are of each kind. */
export function countVerdicts(kinds: readonly VerdictKind[]): Record<VerdictKind, number> {
  const totals = Object.fromEntries(VERDICTS.map(kind => [kind, 0])) as Record<VerdictKind, number>;
  for (const kind of kinds) totals[kind] += 1;
  return totals;
}

import type { Problem } from '../problems/problem.ts';
import type { Run } from './run.ts';

/** What a run says of a recording under its contract. Only the first of them is good. */
export const VERDICTS = ['verified', 'drifted', 'unrecorded', 'failed', 'timed-out', 'skipped'] as const;

export type VerdictKind = (typeof VERDICTS)[number];

export interface Verdict {
  readonly kind: VerdictKind;
  /** Why it is not `verified`: one sentence, then what shows it. */
  readonly problem?: Problem | undefined;
  readonly run?: Run | undefined;
}

/** How many of each kind. */
export function countVerdicts(kinds: readonly VerdictKind[]): Record<VerdictKind, number> {
  const totals = Object.fromEntries(VERDICTS.map(kind => [kind, 0])) as Record<VerdictKind, number>;
  for (const kind of kinds) totals[kind] += 1;
  return totals;
}

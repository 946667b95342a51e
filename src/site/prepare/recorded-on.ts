import { newestFirst, pythonName } from '../../core/python-version.ts';
import { isAuthentic, type Recordings } from '../../core/verdict/recording.ts';
import type { AcceptedOn } from '../../runner/git/recording-history.ts';

/** Outputs that were accepted on one build of CPython. */
export interface RecordedOn
  extends Pick<AcceptedOn, 'version' | 'gil'>, Partial<Pick<AcceptedOn, 'first' | 'last'>> {
  /** Recordings as they are now: of examples, variants and timelines. */
  readonly recordings: number;
  /** How many runs agreed before they were accepted; of a race, how many were counted. */
  readonly runs: number;
}

/** Joins the receipts of all recordings with their history: a build may be only in one of them. */
export function recordedOn(all: Iterable<Recordings>, history: readonly AcceptedOn[]): readonly RecordedOn[] {
  const found = new Map<string, RecordedOn>(
    history.map(each => [pythonName(each), { ...each, recordings: 0, runs: 0 }]),
  );
  for (const { base, versions } of all)
    for (const recording of [base, ...versions.values()].filter(isAuthentic)) {
      const { python: version, gil = true, runs } = recording.receipt;
      const before = found.get(pythonName({ version, gil })) ?? { version, gil, recordings: 0, runs: 0 };
      const counted = { recordings: before.recordings + 1, runs: before.runs + runs };
      found.set(pythonName({ version, gil }), { ...before, ...counted });
    }
  return newestFirst([...found.values()]);
}

import { newestFirst, pythonName } from '../../../../core/python-version.ts';
import { digest, type Recordings } from '../../../../core/verdict/recording.ts';
import type { AcceptedOn } from '../../../../runner/git/recording-history.ts';

/** What is recorded of one build of CPython. */
export interface RecordedBuild {
  /** `3.13.0 free-threaded` */
  readonly name: string;
  readonly outputs: number;
  readonly runs: number;
  /** The days of the first and the last acceptance; absent if git knows none. */
  readonly days?: readonly [first: string, last: string] | undefined;
}

/** Counts the receipts that fit their recordings, and adds the days of commits. */
export function recordedBuilds(
  recordings: ReadonlyMap<string, Recordings>,
  history: readonly AcceptedOn[],
): readonly RecordedBuild[] {
  const all = [...recordings.values()].flatMap(({ base, versions }) => [base, ...versions.values()]);
  const receipts = all.flatMap(recording =>
    recording?.receipt?.sha256 === (recording && digest(recording)) ? (recording?.receipt ?? []) : [],
  );
  const builds = [
    ...receipts.map(({ python, gil }) => ({ version: python, gil: gil ?? true })),
    ...history.map(({ version, gil }) => ({ version, gil })),
  ];
  return [...new Set(newestFirst(builds).map(pythonName))].map(name => {
    const own = receipts.filter(({ python, gil = true }) => pythonName({ version: python, gil }) === name);
    const known = history.find(build => pythonName(build) === name);
    return {
      name,
      outputs: own.length,
      runs: own.reduce((sum, { runs }) => sum + runs, 0),
      days: known && [known.first, known.last],
    };
  });
}

import type { Example } from '../example/example.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { tagOf } from '../python-version.ts';
import { type InterpreterWording, judge } from '../verdict/judge.ts';
import { outputChanges } from '../verdict/output-change.ts';
import { digest, recordingFor, type Recordings } from '../verdict/recording.ts';
import type { Run } from '../verdict/run.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';

/** What one verification found, before it is a ledger. */
interface VerificationResults extends Omit<Ledger, 'entries'> {
  /** Entries of the examples that ran; those of one example in the order of the interpreters. */
  readonly judged: readonly LedgerEntry[];
  /** Examples that no interpreter could run, with the reason. */
  readonly skipped: readonly { readonly example: Example; readonly problem: Problem }[];
  /** Examples that could not be read. */
  readonly broken: readonly Pick<LedgerEntry, 'id' | 'file' | 'problems'>[];
}

/** Collects all verdicts of a verification into its ledger, sorted by id. */
export function collectLedger({ judged, skipped, broken, part, ...rest }: VerificationResults): Ledger {
  const entries: readonly LedgerEntry[] = [
    ...judged,
    ...skipped.map(({ example: { id, file, contract }, problem }): LedgerEntry => {
      return { id, file, verdict: 'skipped', optional: contract.optional, problems: [problem] };
    }),
    ...broken.map(each => ({ ...each, verdict: 'failed' as const })),
  ];
  return {
    ...rest,
    part: part?.selectors === undefined && part?.shard === undefined ? undefined : part,
    entries: entries.toSorted((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)),
    problems: sortProblems(rest.problems),
  };
}

/** Judges a run by the recordings of its example, as the entry of a ledger. */
export function judgedEntry(
  example: Example,
  run: Run,
  recordings: Recordings | undefined,
  wording: InterpreterWording,
  cached: boolean,
): LedgerEntry {
  const { id, file, contract } = example;
  const { interpreter, durationMs } = run;
  const recording = recordings && recordingFor(recordings, tagOf(interpreter));
  const { kind, problem } = judge(example, run, recording, wording);
  return {
    id,
    file,
    verdict: kind,
    problems: problem === undefined ? [] : [problem],
    changes: kind === 'verified' ? undefined : outputChanges(example, run, recording),
    python: interpreter.version,
    gil: interpreter.gil,
    variant: recording?.variant,
    durationMs,
    cached,
    note: run.underContention
      ? `The ${contract.cores} cores that it needs were not free, or not as fast as they should be: ` +
        'the bounds of what it measures were not judged.'
      : undefined,
    recording: kind === 'verified' && recording !== undefined ? digest(recording) : undefined,
  };
}

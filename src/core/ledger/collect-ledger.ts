import type { Example } from '../example/example.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { tagOf } from '../python-version.ts';
import { type InterpreterWording, judge } from '../verdict/judge.ts';
import { outputChanges } from '../verdict/output-change.ts';
import { digest, recordingFor, type Recordings } from '../verdict/recording.ts';
import type { Run } from '../verdict/run.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';

/** What one verification found, before it is a ledger. */
export interface VerificationResults extends Omit<Ledger, 'entries'> {
  /** Entries of the examples that ran; those of one example in the order of the interpreters. */
  readonly judged: readonly LedgerEntry[];
  /** Examples that no interpreter could run, with the reason. */
  readonly skipped: readonly { readonly example: Example; readonly problem: Problem }[];
  /** Examples that could not be read. */
  readonly broken: readonly Pick<LedgerEntry, 'id' | 'file' | 'problems'>[];
}

/** Collects all verdicts of a verification into its ledger, sorted by id. */
export function collectLedger({
  part,
  interpreters,
  sandbox,
  problems,
  notices,
  judged,
  skipped,
  broken,
}: VerificationResults): Ledger {
  const entries: readonly LedgerEntry[] = [
    ...judged,
    ...skipped.map(({ example: { id, file, contract }, problem }) => ({
      id,
      file,
      verdict: 'skipped' as const,
      optional: contract.optional,
      problems: [problem],
    })),
    ...broken.map(each => ({ ...each, verdict: 'failed' as const })),
  ];
  return {
    part: part?.selectors === undefined && part?.shard === undefined ? undefined : part,
    interpreters,
    entries: entries.toSorted((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)),
    sandbox,
    problems: sortProblems(problems),
    notices,
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
  const recording = recordings && recordingFor(recordings, tagOf(run.interpreter));
  const { kind, problem } = judge(example, run, recording, wording);
  return {
    id,
    file,
    verdict: kind,
    problems: problem === undefined ? [] : [problem],
    changes: kind === 'verified' ? undefined : outputChanges(example, run, recording),
    python: run.interpreter.version,
    gil: run.interpreter.gil,
    variant: recording?.variant,
    durationMs: run.durationMs,
    cached,
    note: run.underContention ? contentionNote(contract.cores) : undefined,
    recording: kind === 'verified' && recording !== undefined ? digest(recording) : undefined,
  };
}

function contentionNote(cores: number): string {
  const reason = `The ${cores} cores that it needs were not free, or not as fast as they should be`;
  return `${reason}: the bounds of what it measures were not judged.`;
}

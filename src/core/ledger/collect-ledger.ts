import { permits, promiseOf } from '../contract/compare.ts';
import { decode, type Example } from '../example/example.ts';
import { excerpt } from './excerpt.ts';
import { fileChanges } from './file-changes.ts';
import type { Ledger, LedgerEntry, OutputChange } from './ledger.ts';
import { placeProblem } from '../variant/place-problem.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { STREAMS, type Stream } from '../printed-text.ts';
import { tagOf } from '../python-version.ts';
import { type InterpreterWording, judge } from '../verdict/judge.ts';
import { digest, type Recording, recordingFor, type Recordings } from '../verdict/recording.ts';
import type { Run } from '../verdict/run.ts';
import { outcome } from '../verdict/run-outcome.ts';

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
  const ran = new Set(judged.map(({ id }) => id));
  const entries: readonly LedgerEntry[] = [
    ...judged,
    ...skipped.map(({ example: { id, file, contract, variant, watched }, problem }): LedgerEntry => {
      const of = variant && { of: variant.of.id, name: variant.name };
      // A package without a wheel for one of several interpreters.
      const optional = contract.optional === true || ran.has(id) || undefined;
      const timelineOf = watched?.of.id;
      return { id, file, verdict: 'skipped', variant: of, timelineOf, optional, problems: [problem] };
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

/**
 * Judges a run by the recordings of its example, as the entry of a ledger.
 * @param originals recordings of the example that a variant changes
 */
export function judgedEntry(
  example: Example,
  run: Run,
  recordings: Recordings | undefined,
  wording: InterpreterWording,
  cached: boolean,
  originals?: Recordings,
): LedgerEntry {
  const { id, file, contract, variant, watched } = example;
  const { interpreter, durationMs } = run;
  const recording = recordings && recordingFor(recordings, tagOf(interpreter));
  const original = originals && recordingFor(originals, tagOf(interpreter));
  const { kind, problem } = judge(example, run, recording, wording, original);
  return {
    id,
    file,
    verdict: kind,
    variant: variant && { of: variant.of.id, name: variant.name },
    timelineOf: watched?.of.id,
    problems: problem === undefined ? [] : [placeProblem(example, problem)],
    changes: kind === 'verified' ? undefined : outputChanges(example, run, recording),
    files: kind === 'verified' ? undefined : fileChanges(example, run, recording),
    python: interpreter.version,
    gil: interpreter.gil,
    tag: recording?.tag,
    durationMs,
    cached,
    network: contract.network || undefined,
    note: run.underContention
      ? `The ${contract.cores} cores that it needs were not free, or not as fast as they should be: ` +
        'the bounds of what it measures were not judged.'
      : undefined,
    recording: kind === 'verified' && recording !== undefined ? digest(recording) : undefined,
  };
}

/** The streams that the contract does not permit in place of the recording; none if the run was cut short. */
export function outputChanges(
  example: Example,
  run: Run,
  recording: Recording | undefined,
): readonly OutputChange[] {
  const { contract } = example;
  if (contract.form !== undefined) return [];
  return STREAMS.flatMap((stream): OutputChange[] => {
    const before = recording?.[stream];
    const after = printedTo(stream, example, run);
    // An unchanged number out of its bounds is no change.
    if (after === undefined || after === (before ?? '')) return [];
    if (permits(before ?? '', after, promiseOf(contract, stream, run.underContention))) return [];
    return [{ stream, before: before === undefined ? undefined : excerpt(before), after: excerpt(after) }];
  });
}

/** What a run has for a stream; undefined if that is not all of it. */
function printedTo(stream: Stream, example: Example, run: Run): string | undefined {
  const hangs = run.ending === 'hung' ? outcome(example, run).value : undefined;
  if (stream === 'waits') return hangs?.waits;
  if (run.ending !== 'exited' && hangs === undefined) return undefined;
  return decode(stream === 'out' ? run.stdout : run.stderr);
}

import { join } from 'node:path';
import type { Example } from '../core/example.ts';
import { judge, type Telling } from '../core/judge.ts';
import type { Ledger, LedgerEntry } from '../core/ledger.ts';
import { tagOf, wordFor } from '../core/python.ts';
import { digest, recordingFor, type Recordings } from '../core/recording.ts';
import type { Interpreter, Run } from '../core/run.ts';
import { superfluous } from '../core/variants.ts';
import { emptyEnvironment } from './environment.ts';
import { execute } from './execute.ts';
import { prepare, type Selection } from './prepare.ts';
import { Schedule } from './schedule.ts';

export interface VerifyOptions extends Selection {
  /** Examples that compute at the same time; default: as many as there are cores. */
  readonly jobs?: number | undefined;
  /** Told of each verdict as it comes. */
  readonly onVerdict?: ((entry: LedgerEntry, done: number, total: number) => void) | undefined;
}

/** One verification: its ledger, and what the pages show of what it proved. */
export interface Verification {
  readonly ledger: Ledger;
  readonly examples: ReadonlyMap<string, Example>;
  /** By id. */
  readonly recordings: ReadonlyMap<string, Recordings>;
}

/** Runs the chosen examples and judges each against its recording, under each of its interpreters. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { root, jobs, pythons = [], onVerdict } = options;
  const { ready, unfit, broken, interpreters, recordings, problems } = await prepare(options);
  const schedule = new Schedule(jobs);
  const known = [...ready, ...unfit].map(({ example }) => example);
  const examples = new Map(known.map((example) => [example.id, example]));
  const telling = ({ id }: Example, interpreter: Interpreter): Telling => ({ named: ready.filter(({ example }) => example.id === id).length > 1, word: pythons.length === 0 ? undefined : wordFor(interpreter, pythons) });
  let done = broken.length + unfit.length;
  const judged = await Promise.all(ready.toSorted((a, b) => a.example.contract.cores - b.example.contract.cores).map(async ({ example, interpreter }) => {
    const entry = judgedEntry(example, await runScheduled(example, interpreter, schedule, root), recordings.get(example.id), telling(example, interpreter));
    done += 1;
    onVerdict?.(entry, done, ready.length + unfit.length + broken.length);
    return entry;
  }));
  const entries = [
    ...judged,
    ...unfit.map(({ example: { id, file }, problem }): LedgerEntry => ({ id, file, verdict: 'skipped', problems: [problem] })),
    ...broken.map((each): LedgerEntry => ({ ...each, verdict: 'failed' })),
  ].toSorted((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1));
  const idle = [...examples.values()].flatMap((example) => superfluous(example, recordings.get(example.id) ?? { variants: new Map() }));
  return { ledger: { interpreters, entries, problems: [...problems, ...idle] }, examples, recordings };
}

function judgedEntry(example: Example, run: Run, recordings: Recordings | undefined, telling: Telling): LedgerEntry {
  const recording = recordings && recordingFor(recordings, tagOf(run.interpreter));
  const { kind, problem } = judge(example, run, recording, telling);
  return {
    id: example.id,
    file: example.file,
    verdict: kind,
    problems: problem === undefined ? [] : [problem],
    python: run.interpreter.version,
    gil: run.interpreter.gil,
    variant: recording?.variant,
    durationMs: run.durationMs,
    note: run.disturbed ? `Other programs kept the ${example.contract.cores} cores busy that it needs: the bounds of what it measures were not judged.` : undefined,
    recording: kind === 'verified' && recording !== undefined ? digest(recording) : undefined,
  };
}

/** One run of an example, when there is room for it. */
async function runScheduled(example: Example, interpreter: Interpreter, schedule: Schedule, root: string): Promise<Run> {
  const python = await emptyEnvironment(interpreter, join(root, '.verbatim'));
  return schedule.run(example.contract.cores, (onStart) => execute({ example, interpreter, python, onStart }));
}

import { join } from 'node:path';
import type { Example } from '../core/example.ts';
import { judge } from '../core/judge.ts';
import type { Ledger, LedgerEntry } from '../core/ledger.ts';
import { digest, type Recording } from '../core/recording.ts';
import type { Interpreter, Run } from '../core/run.ts';
import { RunCache } from './cache.ts';
import { prepare, type Selection } from './prepare.ts';
import { readRecording } from './recordings.ts';
import { Schedule } from './schedule.ts';
import { type Seal, sealSentence } from './seal.ts';

export interface VerifyOptions extends Selection {
  /** Examples that compute at the same time; default: as many as there are cores. */
  readonly jobs?: number | undefined;
  /** Whether a verified run that was made earlier may be judged again in place of a new one; default: no. */
  readonly reuse?: boolean | undefined;
  /** Told of each verdict as it comes. */
  readonly onVerdict?: ((entry: LedgerEntry, done: number, total: number) => void) | undefined;
}

/** One verification: its ledger, and what the pages show of what it proved. */
export interface Verification {
  readonly ledger: Ledger;
  readonly examples: ReadonlyMap<string, Example>;
  readonly recordings: ReadonlyMap<string, Recording>;
}

/** Runs the chosen examples and judges each against its recording. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { root, jobs, reuse = false, onVerdict } = options;
  const { ready, unfit, broken, interpreters, seal, problems } = await prepare(options);
  const schedule = new Schedule(jobs);
  const cache = RunCache.open(root, seal === undefined ? 'none' : sealSentence(seal));
  const known = [...ready, ...unfit].map(({ example }) => example);
  const recordings = new Map((await Promise.all(known.map(async (example) => [example.id, await readRecording(root, example)] as const))).filter((each): each is [string, Recording] => each[1] !== undefined));
  let done = broken.length + unfit.length;
  const judged = await Promise.all(ready.toSorted((a, b) => a.example.contract.cores - b.example.contract.cores).map(async ({ example, interpreter }) => {
    const recording = recordings.get(example.id);
    const entry = (reuse ? cachedEntry(example, interpreter, recording, cache) : undefined) ?? await freshEntry(example, interpreter, recording, cache, schedule, root, seal);
    done += 1;
    onVerdict?.(entry, done, known.length + broken.length);
    return entry;
  }));
  await cache.save();
  const entries = [
    ...judged,
    ...unfit.map(({ example: { id, file, contract }, problem }): LedgerEntry => ({ id, file, verdict: 'skipped', optional: contract.optional, problems: [problem] })),
    ...broken.map((each): LedgerEntry => ({ ...each, verdict: 'failed' })),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ledger: { interpreters, entries, seal: seal && sealSentence(seal), problems }, examples: new Map(known.map((example) => [example.id, example])), recordings };
}

/** The verdict on the run that is kept of an example; undefined where there is none, or it is not what is asked for now. */
function cachedEntry(example: Example, interpreter: Interpreter, recording: Recording | undefined, cache: RunCache): LedgerEntry | undefined {
  const run = cache.find(example, interpreter);
  const entry = run && judgedEntry(example, run, recording, true);
  return entry?.verdict === 'verified' ? entry : undefined;
}

async function freshEntry(example: Example, interpreter: Interpreter, recording: Recording | undefined, cache: RunCache, schedule: Schedule, root: string, seal: Seal | undefined): Promise<LedgerEntry> {
  const run = await runScheduled(example, interpreter, schedule, root, seal);
  const entry = judgedEntry(example, run, recording, false);
  cache.settle(example, run, entry.verdict === 'verified');
  return entry;
}

function judgedEntry(example: Example, run: Run, recording: Recording | undefined, cached: boolean): LedgerEntry {
  const { kind, problem } = judge(example, run, recording);
  return {
    id: example.id,
    file: example.file,
    verdict: kind,
    problems: problem === undefined ? [] : [problem],
    python: run.interpreter.version,
    durationMs: run.durationMs,
    cached,
    note: run.disturbed ? `Other programs kept the ${example.contract.cores} cores busy that it needs: the bounds of what it measures were not judged.` : undefined,
    recording: kind === 'verified' && recording !== undefined ? digest(recording) : undefined,
  };
}

/** One run of an example, when there is room for it. */
async function runScheduled(example: Example, interpreter: Interpreter, schedule: Schedule, root: string, seal: Seal | undefined): Promise<Run> {
  // Loaded when the first example is run: a check that runs none does without.
  const [{ emptyEnvironment }, { execute }] = await Promise.all([import('./environment.ts'), import('./execute.ts')]);
  const python = await emptyEnvironment(interpreter, join(root, '.verbatim'));
  return schedule.run(example.contract.cores, (onStart) => execute({ example, interpreter, python, seal, onStart }));
}

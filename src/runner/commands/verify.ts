import { join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import type { CachedRuns } from '../../core/ledger/cached-run.ts';
import { collectLedger, judgedEntry } from '../../core/ledger/collect-ledger.ts';
import type { InterpreterWording } from '../../core/verdict/judge.ts';
import type { Ledger, LedgerEntry } from '../../core/ledger/ledger.ts';
import type { Recordings } from '../../core/verdict/recording.ts';
import type { Run } from '../../core/verdict/run.ts';
import { type Interpreter, pythonOptionFor } from '../../core/python-version.ts';
import { RunCache } from '../cache/run-cache.ts';
import { redundantVersionRecordings } from '../../core/verdict/version-recordings.ts';
import { prepare, type Selection } from './plan-runs.ts';
import { demandOf, Schedule } from '../scheduling/scheduler.ts';
import { type Seal, sealSentence } from '../sandbox/sandbox.ts';

export interface VerifyOptions extends Selection {
  /** Examples that compute at the same time; default: as many as there are cores. */
  readonly jobs?: number | undefined;
  /** Whether a verified run that was made earlier may be judged again in place of a new one; default: no. */
  readonly reuse?: boolean | undefined;
  /** Verified runs made elsewhere, which may be judged again likewise. */
  readonly given?: CachedRuns | undefined;
  /** Told of each verdict as it comes. */
  readonly onVerdict?: ((entry: LedgerEntry, done: number, total: number) => void) | undefined;
}

/** One verification: its ledger, and what the pages show of what it proved. */
export interface Verification {
  readonly ledger: Ledger;
  readonly examples: ReadonlyMap<string, Example>;
  /** By id. */
  readonly recordings: ReadonlyMap<string, Recordings>;
  /** The verified runs that the verdicts came from, but for those that did not get their cores. */
  readonly runs: CachedRuns;
}

/** Runs the chosen examples and judges each against its recording, under each of its interpreters. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { root, words = [], shard, jobs, pythons = [], reuse = false, given = [], onVerdict } = options;
  const { ready, unfit, broken, interpreters, seal, recordings, problems } = await prepare(options);
  const schedule = new Schedule(jobs);
  const cache = await RunCache.open(
    root,
    seal ?? { kind: 'open', reason: 'nothing is run' },
    ready.map(({ interpreter }) => interpreter),
    { own: reuse, given },
  );
  const known = [...ready, ...unfit].map(({ example }) => example);
  const examples = new Map(known.map(example => [example.id, example]));
  const times = new Map<string, number>();
  for (const {
    example: { id },
  } of ready)
    times.set(id, (times.get(id) ?? 0) + 1);
  const telling = ({ id }: Example, interpreter: Interpreter): InterpreterWording => ({
    named: (times.get(id) ?? 0) > 1,
    pythonOption: pythons.length === 0 ? undefined : pythonOptionFor(interpreter, pythons),
  });
  let done = broken.length + unfit.length;
  const judged = await Promise.all(
    ready
      .toSorted((a, b) => a.example.contract.cores - b.example.contract.cores)
      .map(async ({ example, interpreter }) => {
        const decide = (run: Run, cached: boolean): LedgerEntry =>
          judgedEntry(example, run, recordings.get(example.id), telling(example, interpreter), cached);
        const kept = cache.find(example, interpreter);
        let entry = kept && decide(kept, true);
        // A kept run that is not what is asked for now is none.
        if (entry?.verdict !== 'verified') {
          const run = await runScheduled(example, interpreter, schedule, root, seal);
          entry = decide(run, false);
          cache.settle(example, run, entry.verdict === 'verified');
        }
        done += 1;
        onVerdict?.(entry, done, ready.length + unfit.length + broken.length);
        return entry;
      }),
  );
  await cache.save();
  const idle = [...examples.values()].flatMap(example =>
    redundantVersionRecordings(example, recordings.get(example.id) ?? { variants: new Map() }),
  );
  return {
    ledger: collectLedger({
      part: { selectors: words.length === 0 ? undefined : words, shard },
      interpreters,
      sandbox: seal && sealSentence(seal),
      judged,
      skipped: unfit,
      broken,
      problems: [...problems, ...idle],
    }),
    examples,
    recordings,
    runs: cache.used,
  };
}

/** One run of an example, when there is room for it. */
async function runScheduled(
  example: Example,
  interpreter: Interpreter,
  schedule: Schedule,
  root: string,
  seal: Seal | undefined,
): Promise<Run> {
  // Loaded when the first example is run: a check that runs none does without.
  const [{ emptyEnvironment }, { execute }] = await Promise.all([
    import('../python/python-environment.ts'),
    import('../execution/execute.ts'),
  ]);
  const python = await emptyEnvironment(interpreter, join(root, '.verbatim'));
  return schedule.run(demandOf(example.contract), telling =>
    execute({ example, interpreter, python, seal, ...telling }),
  );
}

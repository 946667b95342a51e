import { type Example, originalOf } from '../../../core/example/example.ts';
import { missingRequirement } from '../../../core/settings/requirements.ts';
import { judgedEntry } from '../../../core/ledger/collect-ledger.ts';
import type { LedgerEntry } from '../../../core/ledger/ledger.ts';
import { type Problem, ProblemError } from '../../../core/problems/problem.ts';
import type { Result } from '../../../core/problems/result.ts';
import { toResult } from '../../../core/problems/system-error.ts';
import { EXAMPLES } from '../../../core/project-paths.ts';
import type { Interpreter } from '../../../core/python-version.ts';
import { fingerprint } from '../../../core/text/hash.ts';
import type { Recordings } from '../../../core/verdict/recording.ts';
import type { Run } from '../../../core/verdict/run.ts';
import { RunCache } from '../../../runner/cache/run-cache.ts';
import { runScheduled } from '../../../runner/commands/run-scheduled.ts';
import { interpretersOf } from '../../../runner/commands/plan-runs.ts';
import {
  type BrokenExample,
  examplePlaces,
  readExample,
} from '../../../runner/examples/discover-examples.ts';
import type { ExamplePlace } from '../../../runner/examples/locate-examples.ts';
import { readRecordings } from '../../../runner/examples/recording-files.ts';
import { userCache } from '../../../runner/files/user-cache.ts';
import { knownPackages, packagesFor } from '../../../runner/packages/prepare-packages.ts';
import { findInterpreters } from '../../../runner/python/find-interpreters.ts';
import { findSandbox, type Sandbox } from '../../../runner/sandbox/sandbox.ts';
import { Schedule } from '../../../runner/scheduling/scheduler.ts';

/** An example, its recordings and its verdicts at one moment. */
export interface ExampleState {
  readonly example: Example;
  readonly recordings: Recordings;
  /** Whether a run has not ended. Nothing is judged until all have. */
  readonly running: boolean;
  /** One for each interpreter; empty while the example runs. */
  readonly entries: readonly LedgerEntry[];
  /** The run of each entry; undefined if the example could not be run. */
  readonly runs: readonly (Run | undefined)[];
  /** Its variants, in the order of its block. */
  readonly variants: readonly ExampleState[];
  /** The run that is watched for its timeline; absent if it has none. */
  readonly timeline?: ExampleState | undefined;
}

/** What a variant is compared with besides its own recordings: those of its original. */
type Originals = Pick<ExampleState, 'recordings'>;

/** The runs of one version of an example's files. */
interface RunAttempt {
  readonly filesDigest: string;
  /** Paths of the interpreters, each with its run; undefined while it runs. */
  readonly runs: Map<string, Run | undefined>;
  readonly abort: AbortController;
  /** Set if a run could not be made. */
  problem?: Problem | undefined;
}

/**
 * Runs examples while an author edits them. An example is read each time its state is asked for. A run
 * belongs to the bytes that ran: saving the example aborts it, and a new recording only judges it again.
 */
export class LiveRuns {
  readonly #root: string;
  readonly #onRunEnd: (id: string) => void;
  readonly #network: readonly string[];
  readonly #schedule = new Schedule();
  readonly #attempts = new Map<string, RunAttempt>();
  readonly #pending = new Set<Promise<void>>();
  /** One for each interpreter that was used, because reading its installation takes a while. */
  readonly #caches = new Map<Interpreter, Promise<RunCache>>();
  #examples: Promise<ReadonlyMap<string, ExamplePlace>> | undefined;
  #tools: ReturnType<typeof findTools> | undefined;

  /**
   * @param onRunEnd called with the id of an example when a run has ended
   * @param network ids or globs of the examples that may use it
   */
  constructor(root: string, onRunEnd: (id: string) => void, network: readonly string[] = []) {
    this.#root = root;
    this.#onRunEnd = onRunEnd;
    this.#network = network;
  }

  /** The paths of all examples, by id. */
  examples(): Promise<ReadonlyMap<string, ExamplePlace>> {
    this.#examples ??= examplePlaces(this.#root, EXAMPLES);
    return this.#examples;
  }

  /** Lists the examples again. Call it when a file was added or removed. */
  relist(): void {
    this.#examples = undefined;
  }

  /** Aborts the runs of an example and forgets those that failed. Call it when one of its files was saved. */
  restart(id: string): void {
    for (const [key, { abort }] of this.#attempts) {
      // The id of a variant begins with that of its original.
      if (key !== id && !key.startsWith(`${id}.`)) continue;
      abort.abort();
      this.#attempts.delete(key);
    }
  }

  /**
   * The state of an example as its files are now; undefined if there is no such example. Starts runs, and
   * waits for none.
   */
  async state(id: string): Promise<ExampleState | BrokenExample | undefined> {
    const place = (await this.examples()).get(id);
    if (place === undefined) return undefined;
    const example = readExample(this.#root, EXAMPLES, place);
    if (!('contract' in example)) return example;
    try {
      return await this.#stateOf(example);
    } catch (error) {
      // A recording that cannot be read.
      if (error instanceof ProblemError) return { id, file: example.file, problems: error.problems };
      throw error;
    }
  }

  async #stateOf(example: Example, originals?: Originals): Promise<ExampleState> {
    const { id, file } = example;
    const recordings = readRecordings(this.#root, example);
    const variants: ExampleState[] = [];
    for (const variant of example.variants) variants.push(await this.#stateOf(variant, { recordings }));
    const timeline = example.timeline && (await this.#stateOf(example.timeline, { recordings }));
    const derived = { variants, timeline };
    const withoutRun = (verdict: 'skipped' | 'failed', problems: readonly Problem[]): ExampleState => ({
      example,
      recordings,
      running: false,
      entries: [{ id, file, verdict, problems }],
      runs: [undefined],
      ...derived,
    });
    const unready = missingRequirement(example, this.#network);
    if (unready !== undefined) return withoutRun('failed', [unready]);
    this.#tools ??= findTools();
    const tools = await this.#tools;
    if (tools.problems) {
      // Looked for again next time: the author may install one.
      this.#tools = undefined;
      return withoutRun('skipped', tools.problems);
    }
    const { interpreters, sandbox } = tools.value;
    const { value: used, problems } = interpretersOf(example, recordings, interpreters, false);
    if (problems) return withoutRun('skipped', problems);
    const attempt = this.#attempt(example);
    const judged = (run: Run, named: boolean): LedgerEntry => ({
      ...judgedEntry(example, run, recordings, { named }, false, originals?.recordings),
      packages: knownPackages({ example, interpreter: run.interpreter }, userCache())?.installed,
    });
    const isVerified = (run: Run): boolean => judged(run, false).verdict === 'verified';
    for (const interpreter of used) {
      const cache = await this.#cache(interpreter, sandbox);
      if (attempt.runs.has(interpreter.path)) continue;
      const cached = cache.find(example, interpreter);
      const verified = cached !== undefined && isVerified(cached);
      attempt.runs.set(interpreter.path, verified ? cached : undefined);
      if (verified) continue;
      const task = { example, interpreter, schedule: this.#schedule, sandbox };
      this.#start(task, attempt, run => cache.store(example, run, isVerified(run)));
    }
    if (attempt.problem) return withoutRun('failed', [attempt.problem]);
    const runs = used.map(({ path }) => attempt.runs.get(path));
    const ended = runs.filter(run => run !== undefined);
    if (ended.length < runs.length)
      return { example, recordings, running: true, entries: [], runs: [], ...derived };
    const entries = ended.map(run => judged(run, runs.length > 1));
    return { example, recordings, running: false, entries, runs, ...derived };
  }

  /** Aborts all runs and saves those that were verified. */
  async close(): Promise<void> {
    for (const { abort } of this.#attempts.values()) abort.abort();
    await Promise.all(this.#pending);
    for (const cache of this.#caches.values()) await (await cache).save();
  }

  #cache(interpreter: Interpreter, sandbox: Sandbox): Promise<RunCache> {
    const cache = this.#caches.get(interpreter) ?? RunCache.open(this.#root, sandbox, [interpreter]);
    this.#caches.set(interpreter, cache);
    return cache;
  }

  /** The attempt for an example's files. If they have changed, the attempt before it is aborted. */
  #attempt(example: Example): RunAttempt {
    const filesDigest = fingerprint([example.lock ?? '', ...[...example.files].flat()]);
    const previous = this.#attempts.get(example.id);
    if (previous?.filesDigest === filesDigest) return previous;
    previous?.abort.abort();
    const attempt: RunAttempt = { filesDigest, runs: new Map(), abort: new AbortController() };
    this.#attempts.set(example.id, attempt);
    return attempt;
  }

  #start(task: Parameters<typeof runScheduled>[0], attempt: RunAttempt, store: (run: Run) => void): void {
    const { signal } = attempt.abort;
    const { file } = task.example;
    const pending = toResult(async () => {
      const { value: packages, problems = [] } = await packagesFor(task, userCache());
      if (problems.length > 0) throw new ProblemError(problems);
      return runScheduled({ ...task, packages, signal });
    })
      .then(({ value, problems }) => {
        if (signal.aborted) return;
        attempt.problem ??= problems?.[0];
        if (value === undefined) return;
        attempt.runs.set(task.interpreter.path, value);
        store(value);
      })
      .catch((error: Error) => {
        if (signal.aborted) return;
        // A bug of ours. Without a message, the page would wait forever.
        attempt.problem = { file, title: 'It could not be run.', detail: String(error.stack) };
      })
      .finally(() => {
        this.#pending.delete(pending);
        if (!signal.aborted) this.#onRunEnd(originalOf(task.example).id);
      });
    this.#pending.add(pending);
  }
}

/** What runs need, or why there is no Python. */
function findTools(): Promise<
  Result<{ readonly interpreters: readonly Interpreter[]; readonly sandbox: Sandbox }>
> {
  return toResult(async () => ({
    interpreters: await findInterpreters([], process.env, userCache()),
    sandbox: findSandbox('auto'),
  }));
}

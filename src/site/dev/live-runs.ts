import { join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { fingerprint } from '../../core/text/hash.ts';
import type { LedgerEntry } from '../../core/ledger/ledger.ts';
import { toResult } from '../../core/problems/system-error.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { Recordings } from '../../core/verdict/recording.ts';
import type { Result } from '../../core/problems/result.ts';
import type { Run } from '../../core/verdict/run.ts';
import { interpretersFor, type Interpreter } from '../../core/python-version.ts';
import { RunCache } from '../../runner/cache/run-cache.ts';
import {
  type BrokenExample,
  type ExamplePlace,
  examplePlaces,
  readExample,
} from '../../runner/examples/discover-examples.ts';
import { findInterpreters } from '../../runner/python/find-interpreters.ts';
import { unfit } from '../../runner/commands/plan-runs.ts';
import { readRecordings } from '../../runner/examples/recording-files.ts';
import { Schedule } from '../../runner/scheduling/scheduler.ts';
import { findSeal, type Seal } from '../../runner/sandbox/sandbox.ts';
import { runUntil } from '../../runner/commands/abortable-run.ts';
import { judgedEntry } from '../../core/ledger/collect-ledger.ts';

/** How long no run may have ended before what was verified is written: that takes a moment where thousands are kept. */
const QUIET_MS = 2_000;

/** What is known of an example at a moment. */
export interface Look {
  readonly example: Example;
  readonly recordings: Recordings;
  /** Whether a run of it is not over: then nothing is judged yet. */
  readonly running: boolean;
  /** One for each interpreter; empty while it runs. */
  readonly entries: readonly LedgerEntry[];
  /** The run of each entry; absent where none could be made. */
  readonly runs: readonly (Run | undefined)[];
}

interface Tools {
  readonly interpreters: readonly Interpreter[];
  readonly seal: Seal;
}

/** The runs of an example as it is now; another file makes another attempt. */
interface Attempt {
  readonly key: string;
  readonly runs: Map<string, Run>;
  readonly started: Set<string>;
  readonly stop: AbortController;
  fault?: Problem | undefined;
}

/**
 * Runs single examples while somebody edits them. What a verification finds out each time is found out once, an example is read when
 * it is looked at, and a run belongs to the bytes that ran: a newer file ends the run of the older one, a newer recording only judges it anew.
 */
export class Trials {
  readonly #root: string;
  readonly #folder: string;
  readonly #settled: (id: string) => void;
  readonly #schedule = new Schedule();
  readonly #attempts = new Map<string, Attempt>();
  readonly #pending = new Set<Promise<void>>();
  /** Of each interpreter that was used: to know one by its files takes a while. */
  readonly #caches = new Map<Interpreter, Promise<RunCache>>();
  #saving: NodeJS.Timeout | undefined;
  #places: Promise<ReadonlyMap<string, ExamplePlace>> | undefined;
  #tools: Promise<Result<Tools>> | undefined;

  /** @param folder of the examples, relative to `root` @param settled told the id when a run is over */
  constructor(root: string, folder: string, settled: (id: string) => void) {
    this.#root = root;
    this.#folder = folder;
    this.#settled = settled;
  }

  /** Where all examples are, by id. */
  places(): Promise<ReadonlyMap<string, ExamplePlace>> {
    return (this.#places ??= examplePlaces(this.#root, this.#folder));
  }

  /** To be told when a file was added or taken away. */
  relist(): void {
    this.#places = undefined;
  }

  /** To be told when a file of an example was saved: what was not verified is then run again, even if nothing in it has changed. */
  saved(id: string): void {
    this.#attempts.get(id)?.stop.abort();
    this.#attempts.delete(id);
  }

  /** An example as it is now; starts the runs that it needs and waits for none. Undefined where there is no such example. */
  async look(id: string): Promise<Look | BrokenExample | undefined> {
    const place = (await this.places()).get(id);
    if (place === undefined) return undefined;
    const example = readExample(this.#root, this.#folder, place);
    if (!('contract' in example)) return example;
    const [recordings, tools] = await Promise.all([readRecordings(this.#root, example), this.#findTools()]);
    const known = { example, recordings, running: false };
    if (tools.problems) return { ...known, ...unrun(example, tools.problems) };
    const { interpreters } = tools.value;
    const used = interpretersFor(interpreters, {
      asked: false,
      requiresPython: example.metadata.requiresPython,
      variants: [...recordings.variants.keys()],
    });
    const [misfit] = unfit(example, used, interpreters);
    if (misfit !== undefined) return { ...known, ...unrun(example, [misfit.problem]) };
    const attempt = this.#attempt(example);
    for (const interpreter of used)
      this.#start(
        example,
        interpreter,
        attempt,
        recordings,
        tools.value.seal,
        await this.#cache(interpreter, tools.value.seal),
      );
    if (attempt.fault !== undefined)
      return {
        ...known,
        entries: [{ id, file: example.file, verdict: 'failed', problems: [attempt.fault] }],
        runs: [undefined],
      };
    const runs = used.flatMap(({ path }) => attempt.runs.get(path) ?? []);
    if (runs.length < used.length) return { ...known, running: true, entries: [], runs: [] };
    return {
      ...known,
      entries: runs.map(run => judgedEntry(example, run, recordings, { named: used.length > 1 }, false)),
      runs,
    };
  }

  /** Ends what runs, and keeps what was verified. */
  async close(): Promise<void> {
    for (const { stop } of this.#attempts.values()) stop.abort();
    await Promise.all(this.#pending);
    clearTimeout(this.#saving);
    await this.#save();
  }

  async #save(): Promise<void> {
    for (const cache of this.#caches.values()) await (await cache).save();
  }

  #cache(interpreter: Interpreter, seal: Seal): Promise<RunCache> {
    const known = this.#caches.get(interpreter) ?? RunCache.open(this.#root, seal, [interpreter]);
    this.#caches.set(interpreter, known);
    return known;
  }

  #attempt(example: Example): Attempt {
    const key = fingerprint([...example.files].flat());
    const before = this.#attempts.get(example.id);
    if (before?.key === key) return before;
    before?.stop.abort();
    const attempt: Attempt = { key, runs: new Map(), started: new Set(), stop: new AbortController() };
    this.#attempts.set(example.id, attempt);
    return attempt;
  }

  #start(
    example: Example,
    interpreter: Interpreter,
    attempt: Attempt,
    recordings: Recordings,
    seal: Seal,
    cache: RunCache,
  ): void {
    if (attempt.started.has(interpreter.path)) return;
    attempt.started.add(interpreter.path);
    const isVerified = (run: Run): boolean =>
      judgedEntry(example, run, recordings, { named: false }, false).verdict === 'verified';
    const kept = cache.find(example, interpreter);
    if (kept !== undefined && isVerified(kept)) return void attempt.runs.set(interpreter.path, kept);
    const { signal } = attempt.stop;
    const pending = toResult(() =>
      runUntil(signal, { example, interpreter, schedule: this.#schedule, root: this.#root, seal }),
    )
      .then(({ value: run, problems }) => {
        if (signal.aborted) return;
        if (run !== undefined) {
          attempt.runs.set(interpreter.path, run);
          cache.settle(example, run, isVerified(run));
          clearTimeout(this.#saving);
          this.#saving = setTimeout(() => void this.#save(), QUIET_MS);
        }
        attempt.fault ??= problems?.[0];
      })
      .catch((error: unknown) => {
        // A mistake of ours: without a word, the page would wait for ever.
        attempt.fault = {
          file: example.file,
          title: 'It could not be run.',
          detail: String((error as Error).stack),
        };
      })
      .then(() => {
        if (!signal.aborted) this.#settled(example.id);
      })
      .finally(() => this.#pending.delete(pending));
    this.#pending.add(pending);
  }

  /** Where there is no Python, it is looked for again next time: somebody may install one. */
  async #findTools(): Promise<Result<Tools>> {
    this.#tools ??= toResult(async () => {
      const [interpreters, seal] = await Promise.all([
        findInterpreters([], process.env, join(this.#root, '.verbatim')),
        findSeal('auto'),
      ]);
      return { interpreters, seal };
    });
    const tools = await this.#tools;
    if (tools.problems) this.#tools = undefined;
    return tools;
  }
}

function unrun({ id, file }: Example, problems: readonly Problem[]): Pick<Look, 'entries' | 'runs'> {
  return { entries: [{ id, file, verdict: 'skipped', problems }], runs: [undefined] };
}

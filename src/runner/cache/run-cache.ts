import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { promisesEveryByte } from '../../core/contract/compare.ts';
import type { Example } from '../../core/example/example.ts';
import { runKey, surroundings, surroundingsKey } from './run-key.ts';
import type { CachedRun, CachedRuns, Run } from '../../core/verdict/run.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { readChecked, writeChecked } from '../files/atomic-write.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { InterpreterCache } from '../python/interpreter-cache.ts';

/** Where cached runs come from. */
export interface Sources {
  /** Whether runs of earlier verifications in this project are used. */
  readonly own: boolean;
  /** Runs from a file that the command line names. */
  readonly given: CachedRuns;
}

/**
 * A run of this project is made again when the system has changed. Given runs come from other machines, so
 * their system does not count.
 */
const SYSTEM = release();

type RunsByKey = Map<string, CachedRun>;

/**
 * Verified runs of earlier verifications, in one file: the last one for each example and interpreter.
 * It returns runs and never verdicts, so each run is judged again. Made for each verification.
 */
export class RunCache {
  readonly #root: string;
  readonly #file: string;
  readonly #kept: RunsByKey;
  /** By key. */
  readonly #given: ReadonlyMap<string, CachedRun>;
  readonly #used: RunsByKey = new Map();
  readonly #changed = new Map<string, CachedRun | undefined>();
  readonly #surroundings: ReadonlyMap<Interpreter, string>;

  private constructor(root: string, keys: ReadonlyMap<Interpreter, string>, { own, given }: Sources) {
    this.#root = root;
    this.#surroundings = keys;
    this.#file = join(root, STATE_PATHS.runs);
    this.#kept = own ? readRuns(this.#file) : new Map();
    this.#given = new Map(given.map(([, kept]) => [kept.key, kept]));
  }

  /** @param interpreters all that `find` and `store` will be called with */
  static async open(
    root: string,
    sandbox: Sandbox,
    interpreters: Iterable<Interpreter>,
    sources: Sources = { own: true, given: [] },
  ): Promise<RunCache> {
    const keys = new Map<Interpreter, string>();
    const cache = new InterpreterCache(root);
    for (const each of new Set(interpreters))
      keys.set(each, surroundingsKey(await surroundings(root, each, sandbox, cache)));
    await cache.save();
    return new RunCache(root, keys, sources);
  }

  /** The verified runs that this verification made or used, each with its place. */
  get used(): CachedRuns {
    return [...this.#used];
  }

  /** The verified run of just this example in just these surroundings, if there is one. */
  find(example: Example, interpreter: Interpreter): Run | undefined {
    const place = cacheKey(example, interpreter);
    const key = this.#key(example, interpreter);
    const own = this.#kept.get(place);
    const kept = own?.key === key && own.system === SYSTEM ? own : this.#given.get(key);
    if (kept === undefined) return undefined;
    this.#used.set(place, kept);
    const { stdout, stderr, exitCode, durationMs } = kept;
    return {
      interpreter,
      stdout: Buffer.from(stdout),
      stderr: Buffer.from(stderr),
      ending: 'exited',
      exitCode,
      durationMs,
      leftBehind: [],
      underContention: false,
    };
  }

  /** Stores a verified run. Any other run deletes the cached one: an old success never hides a failure. */
  store(example: Example, run: Run, verified: boolean): void {
    const { interpreter, exitCode, durationMs } = run;
    const place = cacheKey(example, interpreter);
    if (!verified || run.underContention) {
      this.#changed.set(place, undefined);
      this.#used.delete(place);
      return;
    }
    const cached = {
      key: this.#key(example, interpreter),
      stdout: Buffer.from(run.stdout).toString(),
      stderr: Buffer.from(run.stderr).toString(),
      exitCode,
      durationMs,
      exact: promisesEveryByte(example.contract),
      system: SYSTEM,
    };
    this.#changed.set(place, cached);
    this.#used.set(place, cached);
  }

  /** Merges the changes into the file as it is now, and drops runs of examples that are gone. */
  async save(): Promise<void> {
    if (this.#changed.size === 0) return;
    const places: RunsByKey = readRuns(this.#file);
    for (const [place, kept] of this.#changed) {
      if (kept === undefined) places.delete(place);
      else places.set(place, kept);
    }
    const exists = (place: string): boolean => existsSync(join(this.#root, place.split('\n')[0] ?? ''));
    await writeChecked(
      this.#file,
      [...places].filter(([place]) => exists(place)),
    );
  }

  #key(example: Example, interpreter: Interpreter): string {
    return runKey(example, this.#surroundings.get(interpreter) as string);
  }
}

/** The key under which the run of an example and an interpreter is stored; a newer run replaces it. */
function cacheKey({ file }: Example, { path }: Interpreter): string {
  return `${file}\n${path}`;
}

/** The runs in the file; none if it is damaged. */
function readRuns(file: string): RunsByKey {
  return new Map((readChecked(file) as [string, CachedRun][] | undefined) ?? []);
}

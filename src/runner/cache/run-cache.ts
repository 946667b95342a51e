import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../../core/artifacts/compare-artifacts.ts';
import { promisesEveryByte } from '../../core/contract/compare.ts';
import { type Example, originalOf } from '../../core/example/example.ts';
import { codeDigest, runKey, surroundings, surroundingsKey } from './run-key.ts';
import type { CachedRun, CachedRuns, Run } from '../../core/verdict/run.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { checkedText, readChecked, type Sign, writeState } from '../files/atomic-write.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { type CacheFolder, userCache } from '../files/user-cache.ts';
import { signerOf } from '../files/user-key.ts';
import { withoutSystemError } from '../../core/problems/system-error.ts';
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

/** Folders of `src/` whose code decides what the file holds. Another version does not read it. */
export const CACHE_CODE: readonly string[] = ['core/verdict', 'runner/cache'];

type RunsByKey = Map<string, CachedRun>;

/**
 * Verified runs of earlier verifications, in one file: the last one for each example and interpreter.
 * It returns runs and never verdicts, so each run is judged again. Made for each verification. The file is
 * signed with the user's key: nobody else can write a run into it.
 */
export class RunCache {
  readonly #root: string;
  readonly #file: string;
  readonly #sign: Sign;
  readonly #kept: RunsByKey;
  /** By key. */
  readonly #given: ReadonlyMap<string, CachedRun>;
  readonly #used: RunsByKey = new Map();
  readonly #changed = new Map<string, CachedRun | undefined>();
  readonly #surroundings: ReadonlyMap<Interpreter, string>;

  private constructor(
    root: string,
    keys: ReadonlyMap<Interpreter, string>,
    { own, given }: Sources,
    user: CacheFolder,
    file: string,
  ) {
    this.#root = root;
    this.#surroundings = keys;
    this.#file = join(root, file);
    this.#sign = signerOf(this.#file, codeDigest(CACHE_CODE), user);
    this.#kept = own ? this.#read() : new Map();
    this.#given = new Map(given.map(([, kept]) => [kept.key, kept]));
  }

  /**
   * @param interpreters all that `find` and `store` will be called with
   * @param file relative to the project
   */
  static async open(
    root: string,
    sandbox: Sandbox,
    interpreters: Iterable<Interpreter>,
    sources: Sources = { own: true, given: [] },
    user: CacheFolder = userCache(),
    file: string = STATE_PATHS.runs,
  ): Promise<RunCache> {
    const keys = new Map<Interpreter, string>();
    const cache = new InterpreterCache(user);
    for (const each of new Set(interpreters))
      keys.set(each, surroundingsKey(await surroundings(root, each, sandbox, cache)));
    await cache.save();
    return new RunCache(root, keys, sources, user, file);
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
    const { stdout, stderr, exitCode, durationMs, events, artifacts, ending = 'exited' } = kept;
    return {
      interpreter,
      stdout: Buffer.from(stdout),
      stderr: Buffer.from(stderr),
      ending,
      exitCode,
      durationMs,
      events,
      ...(artifacts && { artifacts: decoded(artifacts) }),
      leftBehind: [],
      underContention: false,
    };
  }

  /** Stores a verified run. Any other run deletes the cached one: an old success never hides a failure. */
  store(example: Example, run: Run, verified: boolean): void {
    const { interpreter, exitCode, durationMs, ending, events, artifacts } = run;
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
      ending: ending === 'exited' ? undefined : ending,
      events,
      artifacts: artifacts && encoded(artifacts),
      exact: promisesEveryByte(example.contract),
      system: SYSTEM,
    };
    this.#changed.set(place, cached);
    this.#used.set(place, cached);
  }

  /**
   * Merges the changes into the file as it is now, and drops runs of examples that are gone. A file that
   * cannot be written ends no command: the next one makes the runs again.
   */
  async save(): Promise<void> {
    if (this.#changed.size === 0) return;
    const places = this.#read();
    for (const [place, kept] of this.#changed) {
      if (kept === undefined) places.delete(place);
      else places.set(place, kept);
    }
    const exists = (place: string): boolean => existsSync(join(this.#root, place.split('\n')[0] ?? ''));
    const existing = [...places].filter(([place]) => exists(place));
    await withoutSystemError(() => writeState(this.#file, checkedText(existing, this.#sign)));
  }

  /** The runs in the file; none if it is damaged, or of somebody else. */
  #read(): RunsByKey {
    return new Map((readChecked(this.#file, this.#sign) as [string, CachedRun][] | undefined) ?? []);
  }

  #key(example: Example, interpreter: Interpreter): string {
    return runKey(example, this.#surroundings.get(interpreter) as string);
  }
}

/** Files as JSON can hold them. */
function encoded(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
}

function decoded(files: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
}

/** The key under which the run of an example and an interpreter is stored; a newer run replaces it. */
function cacheKey(example: Example, { path }: Interpreter): string {
  const { file, id } = example;
  return [file, path, ...(originalOf(example) === example ? [] : [id])].join('\n');
}

import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { runKey, surroundingsKey } from './run-key.ts';
import type { CachedRun, CachedRuns } from '../../core/ledger/cached-run.ts';
import type { Run } from '../../core/verdict/run.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { readChecked, writeChecked } from '../files/state-file.ts';
import type { Seal } from '../sandbox/sandbox.ts';
import { surroundings } from './run-environment-key.ts';

/** Where kept runs come from. */
export interface Sources {
  /** Whether those of earlier verifications in this project are used. */
  readonly own: boolean;
  /** Those that somebody named. */
  readonly given: CachedRuns;
}

/** A run of this project's own is made anew when the system has changed; one that was given was made on another machine. */
const SYSTEM = release();

type Places = Map<string, CachedRun>;

/**
 * Verified runs of earlier verifications, in one file: for each example and interpreter the last. It gives back the run,
 * never a verdict: that is judged anew. One for each verification.
 */
export class RunCache {
  readonly #root: string;
  readonly #file: string;
  readonly #kept: Places;
  /** By key. */
  readonly #given: ReadonlyMap<string, CachedRun>;
  readonly #used: Places = new Map();
  readonly #changed = new Map<string, CachedRun | undefined>();
  readonly #surroundings: ReadonlyMap<Interpreter, string>;

  private constructor(root: string, keys: ReadonlyMap<Interpreter, string>, { own, given }: Sources) {
    this.#root = root;
    this.#surroundings = keys;
    this.#file = join(root, '.verbatim', 'runs.json');
    this.#kept = own ? readPlaces(this.#file) : new Map();
    this.#given = new Map(given.map(([, kept]) => [kept.key, kept]));
  }

  /** @param interpreters those that it will be asked about */
  static async open(
    root: string,
    seal: Seal,
    interpreters: Iterable<Interpreter>,
    sources: Sources = { own: true, given: [] },
  ): Promise<RunCache> {
    const keys = new Map<Interpreter, string>();
    // One after the other: each remembers what it found beside what was found before.
    for (const each of new Set(interpreters))
      keys.set(each, surroundingsKey(await surroundings(root, each, seal)));
    return new RunCache(root, keys, sources);
  }

  /** The verified runs that this verification made or used, each with its place. */
  get used(): CachedRuns {
    return [...this.#used];
  }

  /** The run that was made of just this example in just these surroundings; undefined where none was, or it was not verified. */
  find(example: Example, interpreter: Interpreter): Run | undefined {
    if (this.#kept.size === 0 && this.#given.size === 0) return undefined;
    const [place, key] = [placeOf(example, interpreter), this.#key(example, interpreter)];
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
      leftBehind: false,
      underContention: false,
    };
  }

  /** Keeps a run that was verified; any other takes the place of the one that was kept, so that a failure is never hidden by what was once seen. */
  settle(example: Example, run: Run, verified: boolean): void {
    const { interpreter, exitCode, durationMs } = run;
    const [stdout, stderr] = [run.stdout, run.stderr].map(bytes => Buffer.from(bytes).toString('utf8')) as [
      string,
      string,
    ];
    const { order, mask } = example.contract;
    const good =
      verified && !run.underContention
        ? {
            key: this.#key(example, interpreter),
            stdout,
            stderr,
            exitCode,
            durationMs,
            exact: order === 'exact' && mask.length === 0,
            system: SYSTEM,
          }
        : undefined;
    const place = placeOf(example, interpreter);
    this.#changed.set(place, good);
    if (good === undefined) this.#used.delete(place);
    else this.#used.set(place, good);
  }

  /** Writes what changed, whole or not at all, beside what others have written meanwhile; examples that are gone leave no run behind. */
  async save(): Promise<void> {
    if (this.#changed.size === 0) return;
    const places: Places = readPlaces(this.#file);
    for (const [place, kept] of this.#changed) {
      if (kept === undefined) places.delete(place);
      else places.set(place, kept);
    }
    await writeChecked(
      this.#file,
      [...places].filter(([place]) => existsSync(join(this.#root, fileOf(place)))),
    );
  }

  #key(example: Example, interpreter: Interpreter): string {
    return runKey(example, this.#surroundings.get(interpreter) as string);
  }
}

/** Where an example's run under an interpreter is kept: a newer one takes its place. */
function placeOf({ file }: Example, { path }: Interpreter): string {
  return `${file}\n${path}`;
}

function fileOf(place: string): string {
  return place.slice(0, place.indexOf('\n'));
}

/** What the file holds; nothing where it is not as it was written. */
function readPlaces(file: string): Places {
  return new Map((readChecked(file) as [string, CachedRun][] | undefined) ?? []);
}

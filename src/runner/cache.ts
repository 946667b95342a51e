import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../core/example.ts';
import { runKey, surroundingsKey } from '../core/fingerprint.ts';
import type { Interpreter, Run } from '../core/run.ts';
import { readChecked, writeChecked } from './checked-file.ts';
import { surroundings } from './surroundings.ts';

/** A run that was verified, as it is kept: its output is UTF-8, or it would not have been. */
interface Kept extends Pick<Run, 'exitCode' | 'durationMs'> {
  readonly key: string;
  readonly stdout: string;
  readonly stderr: string;
}

type Places = Map<string, Kept>;

/**
 * Verified runs of earlier verifications, in one file: for each example and interpreter the last. It gives back the run,
 * never a verdict: that is judged anew. One for each verification.
 */
export class RunCache {
  readonly #root: string;
  readonly #file: string;
  readonly #kept: Places;
  readonly #changed = new Map<string, Kept | undefined>();
  readonly #surroundings = new Map<Interpreter, string>();

  readonly #seal: string;

  private constructor(root: string, seal: string) {
    this.#root = root;
    this.#seal = seal;
    this.#file = join(root, '.verbatim', 'runs.json');
    this.#kept = readPlaces(this.#file);
  }

  /** @param seal how runs are sealed, in words */
  static open(root: string, seal: string): RunCache {
    return new RunCache(root, seal);
  }

  /** The run that was made of just this example in just these surroundings; undefined where none was, or it was not verified. */
  find(example: Example, interpreter: Interpreter): Run | undefined {
    const kept = this.#kept.get(placeOf(example, interpreter));
    if (kept === undefined || kept.key !== this.#key(example, interpreter)) return undefined;
    const { stdout, stderr, exitCode, durationMs } = kept;
    return { interpreter, stdout: Buffer.from(stdout), stderr: Buffer.from(stderr), ending: 'exited', exitCode, durationMs, leftBehind: false, disturbed: false };
  }

  /** Keeps a run that was verified; any other takes the place of the one that was kept, so that a failure is never hidden by what was once seen. */
  settle(example: Example, run: Run, verified: boolean): void {
    const { interpreter, exitCode, durationMs } = run;
    const [stdout, stderr] = [run.stdout, run.stderr].map((bytes) => Buffer.from(bytes).toString('utf8')) as [string, string];
    const good = verified && !run.disturbed;
    this.#changed.set(placeOf(example, interpreter), good ? { key: this.#key(example, interpreter), stdout, stderr, exitCode, durationMs } : undefined);
  }

  /** Writes what changed, whole or not at all, beside what others have written meanwhile; examples that are gone leave no run behind. */
  async save(): Promise<void> {
    if (this.#changed.size === 0) return;
    const places: Places = readPlaces(this.#file);
    for (const [place, kept] of this.#changed) {
      if (kept === undefined) places.delete(place);
      else places.set(place, kept);
    }
    await writeChecked(this.#file, [...places].filter(([place]) => existsSync(join(this.#root, fileOf(place)))));
  }

  #key(example: Example, interpreter: Interpreter): string {
    let known = this.#surroundings.get(interpreter);
    if (known === undefined) this.#surroundings.set(interpreter, (known = surroundingsKey(surroundings(this.#root, interpreter, this.#seal))));
    return runKey(example, known);
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
  return new Map((readChecked(file) as [string, Kept][] | undefined) ?? []);
}

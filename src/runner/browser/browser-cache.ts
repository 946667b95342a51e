import { join } from 'node:path';
import type { BrowserWheel } from '../../core/browser/browser-wheel.ts';
import type { Example } from '../../core/example/example.ts';
import { withoutSystemError } from '../../core/problems/system-error.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { fingerprint } from '../../core/text/hash.ts';
import type { Ending, Run } from '../../core/verdict/run.ts';
import { codeDigest, runKey } from '../cache/run-key.ts';
import { checkedText, readChecked, type Sign, writeState } from '../files/atomic-write.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { signerOf } from '../files/user-key.ts';
import { pyodideDigest } from './pyodide-files.ts';

/** Folders of `src/` whose code decides what a run prints, and what of it is kept. */
export const BROWSER_CODE: readonly string[] = [
  'browser',
  'core/browser',
  'core/contract',
  'core/surroundings',
  'runner/browser',
  'runner/execution',
  'runner/process',
  'runner/sandbox',
  'runner/wheels',
];

/** The packages of a run; absent if its sample declares none. */
type Wheels = readonly BrowserWheel[] | undefined;

/** A run as the file has it; its outputs are in base64, because a failed one may print any bytes. */
interface KeptRun {
  readonly key: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode?: number | undefined;
  readonly ending: Ending;
  readonly durationMs: number;
}

/**
 * Runs in the Python of browsers of earlier checks, those that failed too: they keep a button away, and no
 * failure is hidden. A failure that another time may not be is none of them: the machine was busy, or slow.
 */
export class BrowserCache {
  readonly #file: string;
  readonly #sign: Sign;
  readonly #kept: ReadonlyMap<string, KeptRun>;
  readonly #used = new Map<string, KeptRun>();
  readonly #surroundings: string;

  /** @param reuse whether earlier runs are used */
  constructor(root: string, reuse: boolean) {
    const code = codeDigest(BROWSER_CODE);
    this.#file = join(root, STATE_PATHS.browserRuns);
    this.#sign = signerOf(this.#file, code);
    this.#surroundings = fingerprint([code, pyodideDigest(), process.version]);
    const kept = reuse ? (readChecked(this.#file, this.#sign) as [string, KeptRun][] | undefined) : [];
    this.#kept = new Map(kept);
  }

  /** The run of just this example in just this Pyodide, if there is one. */
  find(example: Example, interpreter: Interpreter, wheels: Wheels): Run | undefined {
    const kept = this.#kept.get(example.id);
    if (kept?.key !== this.#key(example, wheels)) return undefined;
    this.#used.set(example.id, kept);
    const { stdout, stderr, exitCode, ending, durationMs } = kept;
    return {
      interpreter,
      stdout: Buffer.from(stdout, 'base64'),
      stderr: Buffer.from(stderr, 'base64'),
      ending,
      exitCode,
      durationMs,
      leftBehind: [],
      underContention: false,
    };
  }

  store(example: Example, wheels: Wheels, { stdout, stderr, exitCode, ending, durationMs }: Run): void {
    const [out, err] = [stdout, stderr].map(bytes => Buffer.from(bytes).toString('base64'));
    const key = this.#key(example, wheels);
    this.#used.set(example.id, { key, stdout: out ?? '', stderr: err ?? '', exitCode, ending, durationMs });
  }

  /** Keeps the runs of this check, and those of examples that it did not choose. */
  async save(chosen: ReadonlySet<string>): Promise<void> {
    const others = [...this.#kept].filter(([id]) => !chosen.has(id));
    const all = [...others, ...this.#used];
    await withoutSystemError(() => writeState(this.#file, checkedText(all, this.#sign)));
  }

  #key(example: Example, wheels: Wheels = []): string {
    return runKey(example, fingerprint([this.#surroundings, ...wheels.map(({ sha256 }) => sha256)]));
  }
}

import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { fingerprint } from '../../core/text/hash.ts';

/**
 * Everything besides the example itself that a run may depend on. Each text changes with what it
 * describes.
 */
export interface Surroundings {
  readonly interpreter: Interpreter;
  /**
   * The bytes that the interpreter is made of, with its libraries and its standard library: a new build may
   * say that it is the old one.
   */
  readonly installation: string;
  /** The code that makes runs: the runner with its harness and its environment policy. */
  readonly runner: string;
  /** How runs are sandboxed off. */
  readonly sandbox: string;
  /** The packages that the runner uses. */
  readonly lock: string;
  /**
   * The machine as a sample sees it; where runs are not sandboxed, the project's folder too: the sample's
   * `python` lies in it.
   */
  readonly machine: string;
}

/** Surroundings → what they add to the key of each run in them. */
export function surroundingsKey({
  interpreter: { path, version, build, gil },
  installation,
  runner,
  sandbox,
  lock,
  machine,
}: Surroundings): string {
  return fingerprint([path, version, build, String(gil), installation, runner, sandbox, lock, machine]);
}

/**
 * An example in its surroundings → the key of its run: two runs with one key were made alike. The order of
 * its files is nothing to it.
 */
export function runKey(
  { entry, contract, files }: Pick<Example, 'entry' | 'contract' | 'files'>,
  surroundings: string,
): string {
  const sorted = files.size < 2 ? [...files] : [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return fingerprint([surroundings, entry, JSON.stringify(contract), ...sorted.flat()]);
}

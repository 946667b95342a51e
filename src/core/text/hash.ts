import { createHash, hash } from 'node:crypto';
import type { Example } from '../example/example.ts';
import type { Interpreter } from '../verdict/run.ts';

/** Everything besides the example itself that a run may depend on. Each text changes whenever what it stands for does. */
export interface Surroundings {
  readonly interpreter: Interpreter;
  /** The bytes that the interpreter is made of, with its libraries and its standard library: a new build may say that it is the old one. */
  readonly installation: string;
  /** The code that makes runs: the runner with its harness and its environment policy. */
  readonly runner: string;
  /** How runs are sandboxed. */
  readonly sandbox: string;
  /** The packages that the runner uses. */
  readonly lock: string;
  /** The machine as a sample sees it; where runs are not sandboxed, the project's folder too: the sample's `python` lies in it. */
  readonly machine: string;
}

type Part = string | Uint8Array;

/** Bytes that are put together before they are hashed; more are hashed where they lie. */
const COPIED = 1_000_000;

/** Parts → their SHA-256. Each is preceded by its length, so no two lists of parts are one text. */
export function fingerprint(parts: readonly Part[]): string {
  const bytes = parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part));
  const lengths = Buffer.from(`${bytes.map(({ length }) => length).join(' ')}\n`);
  const size = bytes.reduce((sum, { length }) => sum + length, 0);
  // In one step: thousands of small ones are asked for in a check, and an object for each takes longer than its hash.
  if (size <= COPIED) return hash('sha256', Buffer.concat([lengths, ...bytes]));
  const hashing = createHash('sha256').update(lengths);
  for (const each of bytes) hashing.update(each);
  return hashing.digest('hex');
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

/** An example in its surroundings → the key of its run: two runs with one key were made alike. The order of its files is nothing to it. */
export function runKey(
  { entry, contract, files }: Pick<Example, 'entry' | 'contract' | 'files'>,
  surroundings: string,
): string {
  const sorted = files.size < 2 ? [...files] : [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return fingerprint([surroundings, entry, JSON.stringify(contract), ...sorted.flat()]);
}

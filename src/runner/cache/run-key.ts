import { readFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { filesBelow, readIfExists } from '../files/files-below.ts';
import type { InterpreterCache } from '../python/interpreter-cache.ts';
import { describeSandbox, type Sandbox } from '../sandbox/sandbox.ts';

/** What a run may depend on besides its example. Each text changes with what it describes. */
export interface RunSurroundings {
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

/** RunSurroundings → what they add to the key of each run in them. */
export function surroundingsKey({
  interpreter: { path, version, build, gil },
  installation,
  runner,
  sandbox,
  lock,
  machine,
}: RunSurroundings): string {
  return fingerprint([path, version, build, String(gil), installation, runner, sandbox, lock, machine]);
}

/**
 * An example in its surroundings → the key of its run: two runs with one key were made alike. The order of
 * its files is nothing to it.
 */
export function runKey(
  { entry, contract, files, lock = '' }: Pick<Example, 'entry' | 'contract' | 'files' | 'lock'>,
  surroundings: string,
): string {
  const sorted = files.size < 2 ? [...files] : [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return fingerprint([surroundings, entry, JSON.stringify(contract), lock, ...sorted.flat()]);
}

/** All that a run depends on except its example, by content: two machines with the same have equal ones. */
export async function surroundings(
  root: string,
  interpreter: Interpreter,
  sandbox: Sandbox,
  cache: InterpreterCache,
): Promise<RunSurroundings> {
  const lock = readIfExists(root, 'package-lock.json');
  // In the sandbox, a sample sees neither the name of the machine nor the path of the project.
  const visible = sandbox.kind === 'sandboxed' ? [] : [hostname(), resolve(root)];
  const { platform, arch } = process;
  return {
    interpreter,
    installation: await cache.installation(interpreter.path),
    runner: codeDigest(RUN_CODE),
    sandbox: describeSandbox(sandbox),
    lock: lock === undefined ? 'none' : fingerprint([lock]),
    machine: [platform, arch, availableParallelism(), process.getuid?.(), ...visible].join('\n'),
  };
}

const SOURCE = join(import.meta.dirname, '../..');

/** Folders of `src/` whose code decides what a run prints, how it ends, and what of that is reported. */
export const RUN_CODE: readonly string[] = [
  'core/artifacts',
  'core/contract',
  'core/pictures',
  'core/surroundings',
  'core/timeline',
  'runner/artifacts',
  'runner/execution',
  'runner/process',
  'runner/python',
  'runner/sandbox',
  'runner/scheduling',
];

/** Digest of the names and the text of all code below some folders of `src/`. */
export function codeDigest(folders: readonly string[], source = SOURCE): string {
  return digestBelow(source, folders, path => /\.(?:ts|py)$/.test(path));
}

/**
 * Digest of what all shards of one check have in common: the examples with their recordings, and the code
 * that runs and judges them.
 */
export function sourcesDigest(root: string, examples: string): string {
  return fingerprint([codeDigest(['core', 'runner']), digestBelow(root, [examples], () => true)]);
}

function digestBelow(root: string, folders: readonly string[], isCounted: (path: string) => boolean): string {
  const paths = folders.flatMap(folder =>
    filesBelow(join(root, folder))
      .filter(({ path, isFile }) => isFile && isCounted(path))
      .map(({ path }) => `${folder}/${path}`),
  );
  return fingerprint(paths.flatMap(path => [path, readFileSync(join(root, path))]));
}

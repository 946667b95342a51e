import { fileURLToPath } from 'node:url';
import { execa, type Options } from 'execa';
import { ProblemError } from '../../src/core/problems/problem.ts';
import { watchTree } from './tree-memory.ts';

/** What one run of a command cost. */
export interface Measurement {
  readonly wallSeconds: number;
  /** Of the command and of every process that it started and that ended before it, or was left when it did. */
  readonly cpuSeconds: number;
  /** The most memory that one process of it held: that of the command itself, where those that it starts are smaller. */
  readonly peakBytes: number;
  /** The most that it and all that it started held together; absent unless that was asked for. */
  readonly treeBytes?: number | undefined;
}

/** A command to measure. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
  readonly options: Pick<Options, 'cwd' | 'env' | 'input'>;
  /** Whether nobody looks at what it prints. */
  readonly silent?: boolean;
  /** Whether the memory of all its processes is watched. */
  readonly watched?: boolean;
  /** Exit codes that say that it did its work. */
  readonly exits: readonly number[];
}

/** Asks the system what a command used, and hands that to whoever started it. */
const USAGE = fileURLToPath(new URL('usage.py', import.meta.url));

/** Runs a command to its end. @param python runs what measures @throws ProblemError where it ends otherwise than it should: its time would say nothing */
export async function measure(
  { name, command, words, options, silent = false, watched = false, exits }: Contender,
  python: string,
): Promise<Measurement> {
  const started = performance.now();
  const subprocess = execa(python, ['-I', '-S', USAGE, command, ...words], {
    ...options,
    stdio: [
      options.input === undefined ? 'ignore' : 'pipe',
      ...(silent ? (['ignore', 'ignore'] as const) : (['pipe', 'pipe'] as const)),
      'pipe',
    ],
    reject: false,
  });
  const unwatch = watched && subprocess.pid !== undefined ? watchTree(subprocess.pid) : undefined;
  const { exitCode, stdio } = await subprocess;
  const wallSeconds = (performance.now() - started) / 1000;
  const [, out, err, told] = stdio.map(stream => String(stream ?? '')) as [string, string, string, string];
  if (exitCode === undefined || !exits.includes(exitCode)) {
    throw new ProblemError([
      {
        file: name,
        title: `It ended with ${exitCode ?? 'a signal'} instead of ${exits.join(' or ')}.`,
        detail: `${out}${err}`.split('\n').slice(-20).join('\n'),
        remedy: 'Mend that first: its time says nothing.',
      },
    ]);
  }
  const [cpuSeconds = Number.NaN, kibibytes = Number.NaN] = told.split(' ').map(Number);
  return { wallSeconds, cpuSeconds, peakBytes: kibibytes * 1024, treeBytes: unwatch?.() };
}

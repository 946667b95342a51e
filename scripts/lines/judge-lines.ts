import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareStream } from '../../src/core/contract/compare.ts';
import { decode, type Example } from '../../src/core/example/example.ts';
import type { Problem } from '../../src/core/problems/problem.ts';
import { type Interpreter, tagOf } from '../../src/core/python-version.ts';
import { judge } from '../../src/core/verdict/judge.ts';
import { type Recording, recordingFor } from '../../src/core/verdict/recording.ts';
import { discover } from '../../src/runner/examples/discover-examples.ts';
import { recordingReader } from '../../src/runner/examples/recording-files.ts';
import { fetchingFrom, type PublishedLine } from './published-lines.ts';
import { type LineTrial, tryLine } from './try-line.ts';

/** A line that did not print what its page shows. */
export interface WrongLine extends PublishedLine {
  readonly problem: Pick<Problem, 'title' | 'detail'>;
}

interface JudgeOptions {
  /** The project. */
  readonly root: string;
  /** The host that serves the site: `http://localhost:4321`. */
  readonly site: string;
  readonly interpreter: Interpreter;
  /** Path of uv. */
  readonly uv: string;
}

/** Runs each line as a reader's shell does, and judges what it printed by the contract of its example. */
export async function judgeLines(
  lines: readonly PublishedLine[],
  { root, site, interpreter, uv }: JudgeOptions,
): Promise<readonly WrongLine[]> {
  const examples = new Map((await discover(root, 'examples')).examples.map(each => [each.id, each]));
  const read = recordingReader(root);
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-lines-'));
  const recordingOf = (example: Example): Recording | undefined =>
    recordingFor(read(example), tagOf(interpreter));
  try {
    const machine = { interpreter, programs: folder, uvCache: join(folder, 'uv-cache') };
    await symlink(uv, join(folder, 'uv'));
    await writeFile(join(folder, 'python3'), `#!/bin/sh\nexec '${interpreter.path}' "$@"\n`, { mode: 0o755 });
    const attempt = async ({ id, line }: PublishedLine, isFirst: boolean): Promise<WrongLine[]> => {
      const example = examples.get(id);
      if (example === undefined) return [{ id, line, problem: { title: `There is no example ${id}.` } }];
      const trial = { example, folder: await mkdtemp(join(folder, 'line-')), machine, hasTerminal: isFirst };
      const problem = await problemOf(fetchingFrom(site, line), trial, recordingOf);
      await rm(trial.folder, { recursive: true, force: true });
      return problem === undefined ? [] : [{ id, line, problem }];
    };
    // Most of them wait, for a sleep or a lock.
    const wrong = await inParallel(lines, 4 * availableParallelism(), line => attempt(line, true));
    // Alone, nothing disturbs a line; and into a pipe, a program draws no progress.
    return await inParallel(
      wrong.map(({ id, line }) => ({ id, line })),
      1,
      line => attempt(line, false),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is wrong with a run of a line; undefined if it printed what the contract of its example permits. */
async function problemOf(
  line: string,
  trial: LineTrial,
  recordingOf: (example: Example) => Recording | undefined,
): Promise<Pick<Problem, 'title' | 'detail'> | undefined> {
  const { example } = trial;
  const recording = recordingOf(example);
  const differenceOf = (stdout: Uint8Array): Pick<Problem, 'title' | 'detail'> | undefined => {
    const { difference } = compareStream(
      'out',
      recording ?? { out: '' },
      { out: decode(stdout) ?? '' },
      example.contract,
    );
    return difference && { title: 'It printed something else before it got stuck.', detail: difference.text };
  };
  const isRight = (stdout: Buffer): boolean => differenceOf(stdout) === undefined;
  const run = await tryLine(line, trial, isRight);
  // Where its threads wait, only the harness can see.
  if (run.ending === 'hung') return differenceOf(run.stdout);
  const original = example.variant && recordingOf(example.variant.of);
  const { kind, problem } = judge(example, run, recording, undefined, original);
  return kind === 'verified' ? undefined : (problem ?? { title: kind });
}

/** Does work for each of a list, so many at a time. */
async function inParallel<T, R>(
  all: readonly T[],
  jobs: number,
  work: (each: T) => Promise<readonly R[]>,
): Promise<R[]> {
  const waiting = [...all];
  const results: R[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push(...(await work(next)));
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}

import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { terminalSize } from '../../src/core/contract/tables/terminal-table.ts';
import type { Example } from '../../src/core/example/example.ts';
import type { Interpreter } from '../../src/core/python-version.ts';
import { packageVariables } from '../../src/core/surroundings/package-variables.ts';
import type { Run } from '../../src/core/verdict/run.ts';
import { readFolderFiles } from '../../src/runner/artifacts/folder-files.ts';
import { signalGroup } from '../../src/runner/process/process-group.ts';
import { inTerminal, readTerminal } from '../../src/runner/execution/terminal/terminal-command.ts';
import { stderrOfSample } from './stderr-of-sample.ts';

/** A reader's machine, as far as a line sees it. */
interface ReadersMachine {
  readonly interpreter: Interpreter;
  /** Has `uv` and `python3`. */
  readonly programs: string;
  /** Where uv keeps what it fetched. */
  readonly uvCache: string;
}

/** How a line is run. */
export interface LineTrial {
  /** What the line runs. */
  readonly example: Example;
  /** An empty one. */
  readonly folder: string;
  readonly machine: ReadersMachine;
  /** Whether it prints to a terminal, and not into a pipe. */
  readonly hasTerminal: boolean;
}

/** What a run is to print before it gets stuck. */
type IsPrinted = (stdout: Buffer) => boolean;

/** Seconds that fetching and starting may take on a busy machine, beside those of the contract. */
const MARGIN = 30;
const HARNESS = join(import.meta.dirname, '../../src/runner/python/harness');

/** The terminal of a reader. */
const USUAL_SIZE = { columns: 80, rows: 24 } as const;

/**
 * Runs a line in an empty folder and a terminal, as a reader does, without a sandbox.
 * @param isPrinted of a sample that gets stuck: it is ended a second after that, if it has not ended itself
 */
export async function tryLine(
  line: string,
  { example, folder, machine, hasTerminal }: LineTrial,
  isPrinted: IsPrinted,
): Promise<Run> {
  const { contract, files, entry } = example;
  const work = join(folder, 'work');
  const errors = join(folder, 'stderr');
  await mkdir(work, { recursive: true });
  await mkdir(join(folder, 'tmp'));
  const own = terminalSize(contract);
  // What a terminal mixes is apart, unless the sample is about terminals.
  const shell = ['/bin/sh', '-c', own === undefined ? `{ ${line}\n} 2>'${errors}'` : line];
  const program = [machine.interpreter.path, ...EXEC, ...shell] as const;
  const [command = '', ...args] = inTerminal(own ?? (hasTerminal ? USUAL_SIZE : undefined), HARNESS, program);
  const start = performance.now();
  const child = execa(command, args, {
    cwd: work,
    env: environment(example, folder, machine),
    extendEnv: false,
    stdin: 'ignore',
    encoding: 'buffer',
    stripFinalNewline: false,
    reject: false,
    detached: true,
  });
  let isLate = false;
  // Ending the shell alone would leave what it started, which holds the output open.
  const deadline = setTimeout(
    () => {
      isLate = true;
      endGroup(child.pid);
    },
    (contract.timeout + MARGIN) * 1000,
  );
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const isStuck = contract.hangs === true && (await getsStuck(child, () => isPrinted(asFile(chunks))));
  if (isStuck) endGroup(child.pid);
  const { exitCode } = await child;
  const durationMs = performance.now() - start;
  clearTimeout(deadline);
  endGroup(child.pid);
  const inside = files.size === 1 ? work : join(work, line.split('(cd ')[1]?.split(' ')[0] ?? '');
  const names = Object.keys(contract.artifacts);
  const stderr = existsSync(errors) ? await readFile(errors, 'utf8') : '';
  return {
    interpreter: machine.interpreter,
    ...(own === undefined ? { stdout: asFile(chunks) } : await readTerminal(Buffer.concat(chunks), own)),
    stderr: Buffer.from(stderrOfSample(stderr, entry)),
    ending: isStuck ? 'hung' : isLate ? 'timed-out' : 'exited',
    exitCode: isStuck || isLate ? undefined : exitCode,
    durationMs,
    ...(names.length > 0 ? readFolderFiles(inside, names) : {}),
    leftBehind: [],
    // Other lines run at the same time: nothing is measured.
    underContention: contract.cores > 1,
  };
}

/** Ends a process and all that it started. @param pid the leader of their group */
const endGroup = (pid: number | undefined): boolean => pid !== undefined && signalGroup(pid, 'SIGKILL');

/** What was written to a terminal, as a file would have it. */
const asFile = (chunks: readonly Buffer[]): Buffer =>
  Buffer.from(Buffer.concat(chunks).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

/** Python starts what follows in its place. */
const EXEC = ['-c', 'import os, sys; os.execv(sys.argv[1], sys.argv[1:])'];

/** Without it, what Matplotlib draws has other ids in each run. */
const MATPLOTLIBRC = join(HARNESS, 'matplotlibrc');

/**
 * A shell of a terminal with 80 columns, and what makes packages draw alike everywhere. Nothing of the
 * contract is in it: the line has to bring that.
 */
function environment(
  { contract, metadata }: Example,
  folder: string,
  { interpreter, programs, uvCache }: ReadersMachine,
): Record<string, string> {
  const size = terminalSize(contract);
  const isColored = contract.color ?? size !== undefined;
  return {
    PATH: `${programs}:/usr/local/bin:/usr/bin:/bin`,
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: String(size?.columns ?? 80),
    LINES: String(size?.rows ?? 24),
    UV_CACHE_DIR: uvCache,
    UV_PYTHON: interpreter.path,
    UV_PYTHON_DOWNLOADS: 'never',
    UV_NO_PROGRESS: '1',
    ...(isColored ? { TERM: 'xterm' } : { NO_COLOR: '1', PYTHON_COLORS: '0' }),
    ...(contract.color === true ? { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', PYTHON_COLORS: '1' } : {}),
    ...(metadata.dependencies.length > 0 ? { ...packageVariables(contract.cores), MATPLOTLIBRC } : {}),
    ...wayToIndex(),
  };
}

/** The way of this machine to an index of packages: a proxy, and whom it trusts. */
function wayToIndex(): Record<string, string> {
  const isKept = /^(?:(?:https?|all|no)_proxy|SSL_CERT_\w+|UV_(?:DEFAULT_)?INDEX\w*)$/i;
  const kept = Object.entries(process.env).filter(([name]) => isKept.test(name));
  return Object.fromEntries(kept.map(([name, value = '']) => [name, value]));
}

/** Whether a program has printed what it is to print, and has not ended a second later. */
async function getsStuck(child: Promise<unknown>, isPrinted: () => boolean): Promise<boolean> {
  let hasEnded = false;
  void child.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && !isPrinted()) await sleep(200);
  if (!hasEnded) await sleep(1000);
  return !hasEnded;
}

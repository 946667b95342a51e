import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { terminalSize } from '../../src/core/contract/tables/terminal-table.ts';
import type { Example } from '../../src/core/example/example.ts';
import type { Interpreter } from '../../src/core/python-version.ts';
import type { Run } from '../../src/core/verdict/run.ts';
import { readFolderFiles } from '../../src/runner/artifacts/folder-files.ts';
import { inTerminal, readTerminal } from '../../src/runner/execution/terminal/terminal-command.ts';
import { signalGroup } from './signal-group.ts';

/** A reader's machine, as far as a line sees it. */
export interface ReadersMachine {
  readonly interpreter: Interpreter;
  /** Has `uv` and `python3`. */
  readonly programs: string;
  /** Where uv keeps what it fetched. */
  readonly uvCache: string;
}

/** What a run is to print before it gets stuck. */
type IsPrinted = (stdout: Buffer) => boolean;

/** Seconds that fetching and starting may take on a busy machine, beside those of the contract. */
const MARGIN = 30;
const HARNESS = join(import.meta.dirname, '../../src/runner/python/harness');

/**
 * Runs a line in an empty folder, as a reader's shell does, without a sandbox.
 * @param folder is made; the files that the sample leaves are in it
 * @param isPrinted of a sample that gets stuck: it is ended a second after that, if it has not ended itself
 */
export async function tryLine(
  line: string,
  example: Example,
  folder: string,
  machine: ReadersMachine,
  isPrinted: IsPrinted,
): Promise<Run> {
  const { contract } = example;
  const work = join(folder, 'work');
  await mkdir(work, { recursive: true });
  await mkdir(join(folder, 'tmp'));
  // In a terminal, what is printed is seen at once, also of a program that never ends.
  const size = terminalSize(contract) ?? (contract.hangs === true ? { columns: 80, rows: 24 } : undefined);
  const python = machine.interpreter.path;
  const shell = ['/bin/sh', '-c', line];
  const [command = '', ...args] =
    size === undefined ? shell : inTerminal(size, HARNESS, [python, ...EXEC, ...shell]);
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
      signalGroup(child.pid);
    },
    (contract.timeout + MARGIN) * 1000,
  );
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const stuck =
    contract.hangs === true ? await isStuck(child, () => isPrinted(asFile(Buffer.concat(chunks)))) : false;
  if (stuck) signalGroup(child.pid);
  const { stdout, stderr, exitCode } = await child;
  clearTimeout(deadline);
  signalGroup(child.pid);
  const written = contract.hangs === true ? asFile(Buffer.from(stdout)) : Buffer.from(stdout);
  const inside = example.files.size === 1 ? work : join(work, line.split('(cd ')[1]?.split(' ')[0] ?? '');
  const names = Object.keys(contract.artifacts);
  return {
    interpreter: machine.interpreter,
    ...(terminalSize(contract) === undefined
      ? { stdout: written }
      : await readTerminal(written, size ?? { columns: 80, rows: 24 })),
    stderr: Buffer.from(withoutFolders(Buffer.from(stderr).toString('utf8'), example.entry)),
    ending: stuck ? 'hung' : isLate ? 'timed-out' : 'exited',
    exitCode: stuck || isLate ? undefined : exitCode,
    durationMs: performance.now() - start,
    ...(names.length > 0 ? readFolderFiles(inside, names) : {}),
    leftBehind: [],
    underContention: false,
  };
}

/** What a terminal was given, as a file has it. */
const asFile = (written: Buffer): Buffer => Buffer.from(written.toString('utf8').replaceAll('\r\n', '\n'));

/** Python starts what follows in its place. */
const EXEC = ['-c', 'import os, sys; os.execv(sys.argv[1], sys.argv[1:])'];

/** A shell of a terminal with 80 columns. Nothing else of the contract is in it: the line has to bring that. */
function environment(
  { contract }: Example,
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
async function isStuck(child: Promise<unknown>, isPrinted: () => boolean): Promise<boolean> {
  let hasEnded = false;
  void child.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && !isPrinted()) await sleep(200);
  if (!hasEnded) await sleep(1000);
  return !hasEnded;
}

/** Tracebacks name files by the folder in which they lie; uv gives what it fetched a name of its own. */
function withoutFolders(text: string, entry: string): string {
  const stem = entry.replace(/\.py$/, '');
  return text
    .replaceAll(/^Installed \d+ packages? in .*\n/gm, '')
    .replaceAll(new RegExp(`/[^"\\s]*/${stem}[^"\\s/]*\\.py`, 'g'), entry);
}

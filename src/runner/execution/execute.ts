import { expectedExit } from '../../core/contract/contract-schema.ts';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import type { Ending, Run } from '../../core/verdict/run.ts';
import { killEscaped } from '../process/kill-escaped.ts';
import { markPid } from '../process/pid-window.ts';
import { HAS_PROCFS } from '../process/procfs.ts';
import { parseHarnessReport } from '../python/harness-report.ts';
import { type Conditions, runEnvironment, type RunFolders } from '../python/run-environment.ts';
import {
  SANDBOX_FOLDERS,
  SANDBOX_PYTHON,
  sandboxCommand,
  type Wrapper,
} from '../sandbox/bubblewrap-command.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { idleSeconds, isUnderContention } from '../scheduling/cpu-contention.ts';
import { computesInParallel } from '../scheduling/measure-parallelism.ts';
import { makeRunFolder, removeRunFolder } from './run-folder.ts';
import { shellCommand, signalName } from './shell.ts';
import { type ProcessEnd, spawnProcess } from './spawn.ts';
import { watchRun } from './watchdog.ts';

/** Limit of one output; a page shows no more. */
const MAX_OUTPUT_BYTES = 1_000_000;

export interface Execution {
  readonly example: Example;
  readonly interpreter: Interpreter;
  /** The `python` to start: that of the interpreter's empty environment. */
  readonly python: string;
  readonly conditions?: Conditions | undefined;
  /** Absent: unsandboxed. */
  readonly sandbox?: Sandbox | undefined;
  /** Kills the run when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the process group when it has started. */
  readonly onStart?: ((group: number) => void) | undefined;
  /** Called when the process has ended, before leftover processes are killed. */
  readonly onEnd?: (() => void) | undefined;
}

/** Runs an example once, in a fresh process and a fresh folder, and removes all that is left of both. */
export async function execute(execution: Execution): Promise<Run> {
  const { example, python } = execution;
  const { cores } = example.contract;
  if (cores === 1) return executeOnce(execution);
  // Measured before and after the run: a machine is slow in phases. No other run starts before the second
  // measurement.
  const isFastBefore = await computesInParallel(python, cores);
  const run = await executeOnce({ ...execution, onEnd: undefined });
  const isFastAfter = await computesInParallel(python, cores);
  return { ...run, underContention: run.underContention || !isFastBefore || !isFastAfter };
}

const NO_WRAPPER: Wrapper = { args: [], inputs: [], depth: 0 };

async function executeOnce(execution: Execution): Promise<Run> {
  const { example, interpreter, python, sandbox } = execution;
  if (sandbox?.kind === 'sandboxed') {
    const wrapper = await sandboxCommand(example, interpreter, python, sandbox.bubblewrap);
    return executeIn(SANDBOX_FOLDERS, { ...execution, python: SANDBOX_PYTHON }, wrapper);
  }
  // Only an expected 0 could be mistaken, and real-time signals are where there is a /proc.
  const needsShell = HAS_PROCFS && expectedExit(example.contract) === 0;
  const wrapper = needsShell ? await shellCommand(python) : NO_WRAPPER;
  const folders = await makeRunFolder(example);
  try {
    return await executeIn(folders, execution, wrapper);
  } finally {
    await removeRunFolder(folders.root);
  }
}

async function executeIn(
  folders: RunFolders,
  { example, interpreter, python, conditions = {}, sandbox, signal: abort, onStart, onEnd }: Execution,
  { args: wrapper, inputs, depth }: Wrapper,
): Promise<Run> {
  const { contract, entry } = example;
  const isSandboxed = sandbox?.kind === 'sandboxed';
  // Reading it takes a while, and only a run on several cores needs it.
  const readIdle = (): number => (contract.cores > 1 ? idleSeconds() : 0);
  const idleAtStart = readIdle();
  let idleAtEnd = idleAtStart;
  const [command = python, ...args] = [...wrapper, python, '-s', '-X', 'utf8', entry, ...contract.args];
  const program = await spawnProcess({
    command,
    args,
    cwd: isSandboxed ? process.cwd() : folders.work,
    env: runEnvironment(folders, python, contract, conditions),
    stdin: contract.stdin,
    inputs,
    maxBytes: MAX_OUTPUT_BYTES,
  });
  const mark = markPid(program.pid);
  onStart?.(program.pid);
  const [end, { killReason, leftBehind }] = await Promise.all([
    program.ended,
    watchRun(mark, program, {
      timeoutMs: contract.timeout * 1000,
      isSandboxed,
      signal: abort,
      depth,
      onEnd: () => {
        idleAtEnd = readIdle();
        onEnd?.();
      },
    }),
  ]);
  const hasEscaped = !isSandboxed && (await killEscaped(folders.root, mark));
  const [stdout, stderr, report] = end.outputs;
  const { stacks, usedSeconds, hasLeftProcesses, hasEnded } = parseHarnessReport(report, folders.work);
  const { exitCode, signal } = depth === 0 ? end : exitOfShell(end, expectedExit(contract), hasEnded);
  const ending = killReason ?? endingOf(end.isTooLong, exitCode);
  return {
    interpreter,
    stdout,
    stderr: withoutFolder(stderr, folders.work),
    ending,
    exitCode,
    signal,
    durationMs: end.durationMs,
    stacks: killReason === 'timed-out' ? stacks : undefined,
    leftBehind: (leftBehind || hasLeftProcesses || hasEscaped) && ending === 'exited',
    underContention:
      contract.cores > 1 &&
      isUnderContention(usedSeconds, contract.cores, end.durationMs / 1000, idleAtEnd - idleAtStart),
  };
}

function endingOf(isTooLong: boolean, exitCode: number | undefined): Ending {
  if (isTooLong) return 'output-limit';
  return exitCode === undefined ? 'signalled' : 'exited';
}

/**
 * A shell exits with 128 plus the number of the signal that ended its program, and so does bubblewrap. A code
 * means so if it is not the `expected` one. A 0 without a report is that of a shell that a signal killed.
 */
function exitOfShell(
  { exitCode, signal }: ProcessEnd,
  expected: number,
  hasEnded: boolean,
): Pick<Run, 'exitCode' | 'signal'> {
  if (exitCode === 0 && !hasEnded) return {};
  if (exitCode === undefined || exitCode === expected) return { exitCode, signal };
  const name = signalName(exitCode - 128);
  return name === undefined ? { exitCode } : { exitCode: undefined, signal: name };
}

/** Removes the folder of the run, which differs in each run, from tracebacks: `File "lock.py"` is left. */
function withoutFolder(bytes: Uint8Array, folder: string): Uint8Array {
  const prefix = Buffer.from(`${folder}/`).toString('latin1');
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(prefix, ''), 'latin1');
}

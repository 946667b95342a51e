import { constants } from 'node:os';
import { expectedExit } from '../../core/contract/contract-schema.ts';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import type { Run } from '../../core/verdict/run.ts';
import { killEscaped, markPid } from '../process/pid-window.ts';
import { type Conditions, parseHarnessReport, runEnvironment } from '../python/run-environment.ts';
import { type RunSetup, sandboxedSetup } from '../sandbox/bubblewrap-command.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { computesInParallel, idleSeconds, isUnderContention } from '../scheduling/cpu-contention.ts';
import { removeRunFolder, unsandboxedSetup } from './run-folder.ts';
import { type ProcessEnd, spawnProcess } from './spawn.ts';
import { watchRun } from './watchdog.ts';

/** Limit of one output; a page shows no more. */
const MAX_OUTPUT_BYTES = 1_000_000;

export interface Execution {
  /** The project's folder. */
  readonly root: string;
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

async function executeOnce(execution: Execution): Promise<Run> {
  const { example, interpreter, python, sandbox } = execution;
  if (sandbox?.kind === 'sandboxed') {
    const setup = await sandboxedSetup(example, interpreter, python, sandbox.bubblewrap);
    return executeIn(setup, execution, true);
  }
  const setup = await unsandboxedSetup(example, python);
  try {
    return await executeIn(setup, execution, false);
  } finally {
    await removeRunFolder(setup.folders.root);
  }
}

async function executeIn(
  { folders, python, wrapper, inputs, depth }: RunSetup,
  { example, interpreter, conditions = {}, signal: abort, onStart, onEnd }: Execution,
  isSandboxed: boolean,
): Promise<Run> {
  const { contract, entry } = example;
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
  const ownEnding = exitCode === undefined ? 'signalled' : 'exited';
  const ending = killReason ?? (end.isTooLong ? 'output-limit' : ownEnding);
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
  // A signal with two names has its usual one first. Real-time signals have none.
  const [name] = Object.entries(constants.signals).find(([, value]) => value === exitCode - 128) ?? [];
  return name === undefined ? { exitCode } : { exitCode: undefined, signal: name };
}

/** Removes the folder of the run, which differs in each run, from tracebacks: `File "lock.py"` is left. */
function withoutFolder(bytes: Uint8Array, folder: string): Uint8Array {
  const prefix = Buffer.from(`${folder}/`).toString('latin1');
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(prefix, ''), 'latin1');
}

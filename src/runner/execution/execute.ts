import { constants } from 'node:os';
import { isTextArtifact } from '../../core/artifacts/artifact-kind.ts';
import { terminalSize } from '../../core/contract/tables/terminal-table.ts';
import { showsTurns } from '../../core/contract/tables/timeline-table.ts';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import type { Run } from '../../core/verdict/run.ts';
import { readFolderFiles } from '../artifacts/folder-files.ts';
import { parseSentFiles, type RunFiles } from '../artifacts/sent-files.ts';
import { killEscaped, markPid } from '../process/pid-window.ts';
import { parseShellReport } from '../process/shell-report.ts';
import { findInstallation } from '../python/installation.ts';
import { PLACE } from '../../core/surroundings/place.ts';
import { renamePaths } from '../python/rename-paths.ts';
import { type Conditions, parseStacks, runEnvironment, type Watch } from '../python/run-environment.ts';
import { type RunSetup, SANDBOX_FOLDERS, sandboxedSetup } from '../sandbox/bubblewrap-command.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { computesInParallel, idleSeconds, isUnderContention } from '../scheduling/cpu-contention.ts';
import { measureCpu } from '../scheduling/cpu-usage.ts';
import { removeRunFolder, unsandboxedSetup } from './run-folder.ts';
import { type ProcessEnd, spawnProcess } from './spawn.ts';
import { inTerminal, readTerminal } from './terminal/terminal-command.ts';
import { watchRun } from './watchdog.ts';

export interface Execution {
  readonly example: Example;
  readonly interpreter: Interpreter;
  /** The `python` to start: that of the interpreter's empty environment. */
  readonly python: string;
  /** The folder of the packages that the example declares; absent if it declares none. */
  readonly packages?: string | undefined;
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
  const watch = watchOf(example);
  const conditions = watch === undefined ? execution.conditions : { ...execution.conditions, watch };
  if (cores === 1) return executeOnce({ ...execution, conditions });
  // That cores are missing is known, and measuring it takes twice as long under load.
  if (conditions?.load)
    return { ...(await executeOnce({ ...execution, conditions })), underContention: true };
  // Measured before and after the run: a machine is slow in phases. No other run starts before the second
  // measurement.
  const isFastBefore = await computesInParallel(python, cores);
  const run = await executeOnce({ ...execution, conditions, onEnd: undefined });
  const isFastAfter = await computesInParallel(python, cores);
  return { ...run, underContention: run.underContention || !isFastBefore || !isFastAfter };
}

/** How a run of an example is watched: for its timeline, or to find out where it hangs. */
function watchOf({ entry, contract, watched }: Example): Watch | undefined {
  if (watched === undefined && contract.hangs !== true) return undefined;
  return { entry, turns: watched !== undefined && showsTurns(contract) };
}

async function executeOnce(execution: Execution): Promise<Run> {
  const { example, interpreter, python, packages, sandbox, conditions = {} } = execution;
  const installation = await findInstallation(interpreter);
  if (sandbox?.kind === 'sandboxed') {
    const folders = { ...SANDBOX_FOLDERS, packages: packages && PLACE.packages };
    const env = runEnvironment(folders, `${PLACE.python}/bin`, example.contract, conditions);
    const setup = sandboxedSetup(example, installation, { python, packages }, env, sandbox);
    return executeIn(setup, execution, true);
  }
  const setup = await unsandboxedSetup(example, installation, { python, packages }, conditions);
  try {
    return await executeIn(setup, execution, false);
  } finally {
    await removeRunFolder(setup.folders.root);
  }
}

const NOTHING = Buffer.alloc(0);

async function executeIn(
  { folders, python, wrapper, env, outputLimits, inputs, depth, renamings }: RunSetup,
  { example, interpreter, conditions, signal: abort, onStart, onEnd }: Execution,
  isSandboxed: boolean,
): Promise<Run> {
  const { contract, entry } = example;
  // Reading it takes a while, and only a run on several cores needs it.
  const readIdle = (): number => (contract.cores > 1 ? idleSeconds() : 0);
  const idleAtStart = readIdle();
  let idleAtEnd = idleAtStart;
  const size = terminalSize(contract);
  const sample = [python, '-s', '-X', 'utf8', entry, ...contract.args] as const;
  const [command = python, ...args] = [...wrapper, ...inTerminal(size, folders.harness, sample)];
  const program = await spawnProcess({
    command,
    args,
    cwd: isSandboxed ? '/' : folders.work,
    env,
    stdin: contract.stdin,
    outputLimits,
    inputs,
  });
  const mark = markPid(program.pid);
  const endMeasurement = contract.cores > 1 ? measureCpu(program.pid) : undefined;
  let usedSeconds: number | undefined;
  onStart?.(program.pid);
  const [end, { killReason, left }] = await Promise.all([
    program.ended,
    watchRun(mark, program, {
      timeoutMs: contract.timeout * 1000,
      mayHang: contract.hangs === true,
      folder: isSandboxed ? undefined : folders.root,
      signal: abort,
      depth: size === undefined ? depth : depth + 1,
      pauses: conditions?.pauses === true,
      onEnd: () => {
        usedSeconds = endMeasurement?.();
        idleAtEnd = readIdle();
        onEnd?.();
      },
    }),
  ]);
  const escaped = isSandboxed ? [] : await killEscaped(folders.root, mark);
  const [stdout = NOTHING, stderr = NOTHING, stacks = NOTHING, shell = NOTHING, sent = NOTHING] = end.outputs;
  const shown = (bytes: Buffer): Buffer => renamePaths(bytes, renamings);
  const report = parseShellReport(shell);
  const { exitCode, signal } = depth === 0 ? end : exitOfShell(end, report.hasEnded);
  const ownEnding = exitCode === undefined ? 'signalled' : 'exited';
  const ending = killReason ?? (end.isTooLong ? 'output-limit' : ownEnding);
  const printed = shown(stdout);
  const names = ending === 'exited' ? Object.keys(contract.artifacts) : [];
  const files = isSandboxed ? parseSentFiles(sent, names) : readFolderFiles(folders.work, names);
  return {
    interpreter,
    ...(size === undefined || end.isTooLong ? { stdout: printed } : await readTerminal(printed, size)),
    stderr: withoutFolder(shown(stderr), PLACE.work),
    ending,
    exitCode,
    signal,
    durationMs: end.durationMs,
    stacks: killReason === 'timed-out' ? parseStacks(shown(stacks), PLACE.work) : undefined,
    events: conditions?.watch === undefined ? undefined : shown(stacks).toString('utf8'),
    ...(names.length > 0 && withShownPaths(files, shown)),
    leftBehind: ending === 'exited' ? [...left, ...report.left, ...escaped] : [],
    underContention:
      contract.cores > 1 &&
      isUnderContention(usedSeconds, contract.cores, end.durationMs / 1000, idleAtEnd - idleAtStart),
  };
}

/** Files of a run, with paths in texts as outputs show them. */
function withShownPaths({ artifacts, artifactFaults }: RunFiles, shown: (bytes: Buffer) => Buffer): RunFiles {
  const renamed = [...artifacts].map(
    ([name, bytes]) => [name, isTextArtifact(name) ? shown(Buffer.from(bytes)) : bytes] as const,
  );
  return { artifacts: new Map(renamed), artifactFaults };
}

/**
 * A shell exits with 128 plus the number of the signal that ended its program, and so does bubblewrap. No
 * contract expects such a code. A 0 without a report is that of a shell that a signal killed.
 */
function exitOfShell({ exitCode, signal }: ProcessEnd, hasEnded: boolean): Pick<Run, 'exitCode' | 'signal'> {
  if (exitCode === 0 && !hasEnded) return {};
  if (exitCode === undefined) return { exitCode, signal };
  // A signal with two names has its usual one first. Real-time signals have none.
  const [name] = Object.entries(constants.signals).find(([, value]) => value === exitCode - 128) ?? [];
  return name === undefined ? { exitCode } : { exitCode: undefined, signal: name };
}

/** Removes the folder of the run from tracebacks: `File "lock.py"` is left. */
function withoutFolder(bytes: Uint8Array, folder: string): Uint8Array {
  const prefix = Buffer.from(`${folder}/`).toString('latin1');
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(prefix, ''), 'latin1');
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { PidMark } from '../process/pid-window.ts';
import { GRACE_MS, isAlive, signalGroup, signalProcess } from '../process/process-group.ts';
import { watchProcessCount } from '../process/process-limit.ts';
import { readChildren } from '../process/procfs.ts';
import type { SpawnedProcess } from './spawn.ts';

/** How long the stacks may take to be written when time is up. */
const STACKS_MS = 300;
/** How long an output that another process holds open has to be silent before it is closed. */
const SILENCE_MS = 100;

/** The limit for which a run was killed. */
type KillReason = 'timed-out' | 'process-limit';

interface WatchOptions {
  readonly timeoutMs: number;
  readonly isSandboxed: boolean;
  /** Kills the run when it aborts. */
  readonly signal: AbortSignal | undefined;
  /** See `RunSetup`. */
  readonly depth: number;
  /** Called when the process has exited. CPU time after that is not the example's. */
  readonly onEnd: () => void;
}

/**
 * Kills a run at a limit, and what it leaves behind, until nothing of its process group is left.
 * @returns why it was killed, and whether it left processes behind, which were then killed
 */
export async function watchRun(
  mark: PidMark,
  program: SpawnedProcess,
  { timeoutMs, isSandboxed, signal, depth, onEnd }: WatchOptions,
): Promise<{ readonly killReason?: KillReason | undefined; readonly leftBehind: boolean }> {
  const { pid } = mark;
  let killReason: KillReason | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  const kill = (): boolean => signalGroup(pid, 'SIGKILL');
  const timer = setTimeout(() => {
    killReason ??= 'timed-out';
    const python = findProgram(pid, depth);
    // The harness writes the stacks of all threads on this signal.
    if (python !== undefined) signalProcess(python, 'SIGUSR2');
    killTimer = setTimeout(kill, STACKS_MS);
  }, timeoutMs);
  const unwatch = watchProcessCount(mark, () => {
    killReason ??= 'process-limit';
    kill();
  });
  signal?.addEventListener('abort', kill);
  if (signal?.aborted) kill();
  await program.exited;
  // The system may give the number of a group that has ended to another.
  signal?.removeEventListener('abort', kill);
  clearTimeout(timer);
  clearTimeout(killTimer);
  unwatch();
  onEnd();
  // The kernel ends all processes of a sandbox when bubblewrap has ended; this only makes sure. Whether the
  // program left any is reported by the shell in the sandbox.
  if (isSandboxed) kill();
  else await groupEnds(pid);
  const leftBehind = !isSandboxed && isAlive(pid) && kill();
  releaseOutputs(program);
  return { killReason, leftBehind };
}

/** Waits until the rest of a group has ended, for `GRACE_MS` at most. */
async function groupEnds(group: number): Promise<void> {
  const deadline = performance.now() + GRACE_MS;
  while (performance.now() < deadline && isAlive(group)) await sleep(20);
}

/** The program below the started process: each process between them has one child. */
function findProgram(started: number, depth: number): number | undefined {
  if (depth === 0) return started;
  const [child] = readChildren(`/proc/${started}/task/${started}`);
  return child === undefined ? undefined : findProgram(child, depth - 1);
}

/**
 * Closes outputs that an escaped process may hold open: after a silence, and after `GRACE_MS` in any case.
 */
function releaseOutputs(program: SpawnedProcess): void {
  const deadline = performance.now() + GRACE_MS;
  let before = -1;
  const timer = setInterval(() => {
    const now = program.written();
    if (now === before || performance.now() > deadline) {
      clearInterval(timer);
      program.release();
    }
    before = now;
  }, SILENCE_MS).unref();
}

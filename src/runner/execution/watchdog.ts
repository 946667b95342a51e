import { setTimeout as sleep } from 'node:timers/promises';
import type { LimitName } from '../../core/contract/run-limits.ts';
import type { PidMark } from '../process/pid-window.ts';
import { aliveIn, GRACE_MS, readActivity, signalGroup, signalProcess } from '../process/process-group.ts';
import { pauseSometimes } from '../process/pauses.ts';
import { HAS_PROCFS, readChildren, readCommandLine, readStat } from '../process/procfs.ts';
import { watchLimits } from '../process/run-limits.ts';
import type { SpawnedProcess } from './spawn.ts';

/** How long the stacks may take to be written when time is up. */
const STACKS_MS = 300;
/** How long an output that another process holds open has to be silent before it is closed. */
const SILENCE_MS = 100;

/** A run that is to get stuck may move for so many times the time in which it has to be at rest. */
const MOVING = 10;
const MAX_MS = 600_000;
/** How often it is asked whether a run moves. */
const REST_POLL_MS = 50;

/** The limit for which a run was killed. */
type KillReason = 'timed-out' | 'hung' | LimitName;

interface WatchOptions {
  readonly timeoutMs: number;
  /** Whether the run is to get stuck: then it has that time after its last move. */
  readonly mayHang: boolean;
  /** Folder of an unsandboxed run. */
  readonly folder: string | undefined;
  /** Kills the run when it aborts. */
  readonly signal: AbortSignal | undefined;
  /** See `RunSetup`. */
  readonly depth: number;
  /** Whether the run is stopped now and then for a moment. */
  readonly pauses: boolean;
  /** Called when the process has exited. CPU time after that is not the example's. */
  readonly onEnd: () => void;
}

/** What was done to a run. */
interface WatchResult {
  readonly killReason?: KillReason | undefined;
  /** Command lines of the processes that an unsandboxed run left behind, which were then killed. */
  readonly left: readonly string[];
}

/** Kills a run at a limit, and what it leaves behind, until nothing of its process group is left. */
export async function watchRun(
  mark: PidMark,
  program: SpawnedProcess,
  { timeoutMs, mayHang, folder, signal, depth, pauses, onEnd }: WatchOptions,
): Promise<WatchResult> {
  const { pid } = mark;
  let killReason: KillReason | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  const kill = (): boolean => signalGroup(pid, 'SIGKILL');
  const endPauses = pauses ? pauseSometimes(() => programGroup(pid, depth)) : undefined;
  const end = (reason: KillReason): void => {
    killReason ??= reason;
    // What is stopped writes nothing.
    endPauses?.();
    const python = findProgram(pid, depth);
    // On this signal the harness writes the stacks of all threads, and what other processes reported.
    if (python !== undefined) signalProcess(python, 'SIGUSR2');
    killTimer = setTimeout(kill, STACKS_MS);
  };
  const endHang = mayHang
    ? whenAtRest(pid, timeoutMs, () => {
        if (killReason === undefined) end('hung');
      })
    : undefined;
  const limit = mayHang ? Math.min(MAX_MS, timeoutMs * MOVING) : timeoutMs;
  const timer = setTimeout(() => {
    end('timed-out');
  }, limit);
  const unwatch = watchLimits(mark, folder, limit => {
    killReason ??= limit;
    kill();
  });
  signal?.addEventListener('abort', kill);
  if (signal?.aborted) kill();
  await program.exited;
  // The system may give the number of a group that has ended to another.
  signal?.removeEventListener('abort', kill);
  clearTimeout(timer);
  clearTimeout(killTimer);
  endHang?.();
  unwatch();
  endPauses?.();
  onEnd();
  // The kernel ends all processes of a sandbox when bubblewrap has ended; this only makes sure. Whether the
  // program left any is reported by the shell in the sandbox.
  const left = folder === undefined ? [] : (await groupEnds(pid)).map(readCommandLine);
  if (folder === undefined || left.length > 0) kill();
  releaseOutputs(program);
  return { killReason, left };
}

/**
 * Calls back when no thread of a program has computed for so long. Without /proc, that time after its start.
 * @returns a function that revokes this
 */
function whenAtRest(pid: number, restMs: number, callback: () => void): () => void {
  let [ticks, since] = [-1, performance.now()];
  const timer = setInterval(() => {
    const now = HAS_PROCFS ? readActivity(pid) : { busy: false, ticks };
    if (now === undefined || now.busy || now.ticks !== ticks) {
      ticks = now?.ticks ?? -1;
      since = performance.now();
    } else if (performance.now() - since >= restMs) callback();
  }, REST_POLL_MS);
  return () => clearInterval(timer);
}

/** Waits until the rest of a group has ended, for `GRACE_MS` at most. @returns what has not */
async function groupEnds(group: number): Promise<readonly number[]> {
  const deadline = performance.now() + GRACE_MS;
  let alive = aliveIn(group);
  while (performance.now() < deadline && alive.length > 0) {
    await sleep(20);
    alive = aliveIn(group);
  }
  return alive;
}

/** The program below the started process: each process between them has one child. */
function findProgram(started: number, depth: number): number | undefined {
  if (depth === 0) return started;
  const [child] = readChildren(`/proc/${started}/task/${started}`);
  return child === undefined ? undefined : findProgram(child, depth - 1);
}

/** The process group of the program: bubblewrap gives it another than its own. */
function programGroup(started: number, depth: number): number | undefined {
  if (depth === 0) return started;
  const program = findProgram(started, depth);
  const group = program === undefined ? undefined : readStat(`/proc/${program}/stat`)?.group;
  // 0 and 1 would be this program's own group, and every process.
  return group !== undefined && group > 1 ? group : undefined;
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

import { setTimeout as sleep } from 'node:timers/promises';
import type { Start } from '../process/pid-window.ts';
import { watchCount } from '../process/process-limit.ts';
import { childrenOf, isAlive, signalGroup } from '../process/process-group.ts';
import type { SpawnedProcess } from './spawn.ts';

/** How long helpers of a process that has ended (a fork server, a resource tracker) may take to notice. */
export const GRACE_MS = 2_000;
/** How long the stacks may take to be written when time is up. */
const STACKS_MS = 300;
/** How long what escaped the group may hold the pipes open after that. */
const PIPES_MS = 100;

/** What ended a run from outside: its time, or its number of processes. */
export type Cause = 'timed-out' | 'process-limit';

export interface Guarded {
  readonly cause?: Cause | undefined;
  /** Whether it left processes behind, which were then killed. */
  readonly leftBehind: boolean;
}

export interface Watch {
  readonly timeoutMs: number;
  readonly isSandboxed: boolean;
  /** Told the moment when the process ends: what follows, while the run is swept, is none of its own. */
  readonly onEnd: () => void;
}

/** Watches a process group until nothing is left of it: ends it when its time is up or it grows too large, and sweeps what it leaves. */
export async function guard(
  start: Start,
  program: SpawnedProcess,
  { timeoutMs, isSandboxed, onEnd }: Watch,
): Promise<Guarded> {
  const { pid } = start;
  let cause: Cause | undefined;
  let last: NodeJS.Timeout | undefined;
  const timer = setTimeout(() => {
    cause ??= 'timed-out';
    askWhereItStands(isSandboxed ? sampleOf(pid) : pid);
    last = setTimeout(() => signalGroup(pid, 'SIGKILL'), STACKS_MS);
  }, timeoutMs);
  const unwatch = watchCount(start, () => {
    cause ??= 'process-limit';
    signalGroup(pid, 'SIGKILL');
  });
  try {
    await program.exited;
  } finally {
    clearTimeout(timer);
    clearTimeout(last);
    unwatch();
  }
  onEnd();
  const leftBehind = isSandboxed ? endSandbox(pid) : await sweep(pid);
  release(program);
  return { cause, leftBehind };
}

/**
 * Nothing of a sandbox is left when bubblewrap has ended: the first process of its space is told to end with it, and the system ends the others with
 * that. Told once more, since it costs nothing; what the program itself left, the sandbox's shell has said.
 */
function endSandbox(group: number): false {
  signalGroup(group, 'SIGKILL');
  return false;
}

/** Waits for what is left of a group to end, then ends it. True when it had to be ended. */
async function sweep(group: number): Promise<boolean> {
  // By the clock: on a busy machine, a look takes longer than the sleep between two.
  const until = performance.now() + GRACE_MS;
  while (performance.now() < until && isAlive(group)) await sleep(20);
  return isAlive(group) && signalGroup(group, 'SIGKILL');
}

/** The sample in a sandbox: bubblewrap's init, its shell and then the sample each have one child. */
function sampleOf(pid: number): number | undefined {
  return [1, 2, 3].reduce<number | undefined>(
    parent => (parent === undefined ? undefined : childrenOf(parent)[0]),
    pid,
  );
}

function askWhereItStands(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGUSR2');
  } catch (error) {
    // It has just ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Closes the outputs that what escaped may still hold open, when nothing has come by them for a while, and after `GRACE_MS` in any case. */
function release(program: SpawnedProcess, before = -1, until = performance.now() + GRACE_MS): void {
  setTimeout(() => {
    const now = program.written();
    if (now === before || performance.now() > until) program.release();
    else release(program, now, until);
  }, PIPES_MS).unref();
}

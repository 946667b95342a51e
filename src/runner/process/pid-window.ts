import { setTimeout as sleep } from 'node:timers/promises';
import { signalProcess } from './process-group.ts';
import { HAS_PROCFS, listProcesses, readCommandLine, readProc, readStat } from './procfs.ts';

/** The moment at which a process was started, on the kernel's pid counter. */
export interface PidMark {
  readonly pid: number;
  /** How often the counter had wrapped around; -1 if it wrapped while the process was started. */
  readonly wrapCount: number;
}

let wrapCount = 0;
let lastPid = 0;

/** Marks the start of a process. Call it right after the start. */
export function markPid(pid: number): PidMark {
  readCounter();
  return { pid, wrapCount: lastPid < pid ? -1 : wrapCount };
}

/**
 * Upper bound of the pids that the kernel allocated since a mark, for processes and threads. Pids ascend, so
 * a descendant of the process has one of them. Infinity if the counter has wrapped around since; call it
 * often enough to notice that.
 */
export function pidsAllocatedSince(mark: PidMark): number {
  readCounter();
  return mark.wrapCount === wrapCount ? lastPid - mark.pid + 1 : Number.POSITIVE_INFINITY;
}

/** A marked process and all that may descend from it. All processes if the counter has wrapped around. */
export function processesSince(mark: PidMark): number[] {
  const all = listProcesses();
  return pidsAllocatedSince(mark) === Number.POSITIVE_INFINITY ? all : all.filter(pid => pid >= mark.pid);
}

/**
 * The last field of /proc/loadavg is the last pid: https://man7.org/linux/man-pages/man5/proc_loadavg.5.html
 */
function readCounter(): void {
  const now = Number(readProc('/proc/loadavg')?.split(' ')[4]);
  // If the kernel does not show it, every call counts as a wrap: no process is left out then.
  if (!(now >= lastPid)) wrapCount += 1;
  lastPid = Number.isNaN(now) ? 0 : now;
}

/** How long a killed process may take to disappear. */
const KILL_TIMEOUT_MS = 2_000;

/**
 * Kills what has left the process group of an unsandboxed run, and waits until it is gone, with everything
 * that it starts meanwhile. It is found by the run's folder in the environment that it was started with. A
 * process that also replaced its environment is not found: only a sandbox holds it.
 * @param root folder of the run
 * @returns the command lines of what had escaped
 */
export async function killEscaped(root: string, mark: PidMark): Promise<readonly string[]> {
  if (!HAS_PROCFS) return [];
  const findEscaped = (): number[] =>
    processesSince(mark).filter(
      pid => pid !== process.pid && readProc(`/proc/${pid}/environ`)?.includes(`=${root}/`),
    );
  const deadline = performance.now() + KILL_TIMEOUT_MS;
  const found = new Map<number, string>();
  for (let pids = findEscaped(); pids.length > 0 && performance.now() < deadline; pids = findEscaped()) {
    for (const pid of pids) {
      const commandLine = readCommandLine(pid);
      // One of the group did not escape: it was killed before, and takes its time to disappear.
      const isOfGroup = readStat(`/proc/${pid}/stat`)?.group === mark.pid;
      // One that has just ended by itself did not escape.
      if (signalProcess(pid, 'SIGKILL') && !isOfGroup && !found.has(pid)) found.set(pid, commandLine);
    }
    await sleep(5);
  }
  return [...found.values()];
}

import { existsSync, readdirSync } from 'node:fs';
import { listProcesses, readProc } from './procfs.ts';

/** What the processes of some groups are doing, by group. Threads count one by one. */
export interface Activity {
  /** Whether a thread is running, ready to run, or waiting for a disk. */
  readonly busy: boolean;
  /** CPU time that they have used, in clock ticks. */
  readonly ticks: number;
}

/** Whether this system tells what processes do (Linux). */
export const canObserve = existsSync('/proc/self/stat');

/** What each of the process groups does now; a group of which nothing is left is absent. Zombies do not count. */
export function observe(groups: ReadonlySet<number>): Map<number, Activity> {
  const found = new Map<number, Activity>();
  for (const pid of listProcesses()) {
    const owner = readStat(`/proc/${pid}/stat`);
    if (owner === undefined || owner.state === 'Z' || !groups.has(owner.group)) continue;
    const threads = listThreads(pid).map(thread => readStat(`/proc/${pid}/task/${thread}/stat`));
    const known = found.get(owner.group) ?? { busy: false, ticks: 0 };
    found.set(owner.group, { busy: known.busy || threads.some(isBusy), ticks: known.ticks + owner.ticks });
  }
  return found;
}

/** What a process with its descendants does now. */
export type Following =
  /** One of them computes: that of which this is the number. */
  | { readonly busy: true; readonly pid: number }
  /** None does. CPU time that they have used, in clock ticks. */
  | { readonly busy: false; readonly ticks: number };

/**
 * Looks at a process and its descendants, without looking at every process of the machine, until one is found that computes; undefined when
 * it is gone. Those whose parent has ended are not seen: whoever must miss none asks `observe`.
 * @param likely which of its group computed when it was last looked at: often it still does, and then nothing else is read
 */
export function follow(pid: number, likely?: number): Following | undefined {
  if (likely !== undefined) {
    const stat = readStat(`/proc/${likely}/stat`);
    if (stat?.group === pid && isBusy(stat)) return { busy: true, pid: likely };
  }
  const own = readStat(`/proc/${pid}/stat`);
  if (own === undefined || own.state === 'Z') return undefined;
  if (isBusy(own)) return { busy: true, pid };
  // What /proc says of a process is what its first thread does.
  const threads = own.threads === 1 ? [pid] : listThreads(pid).map(Number);
  let { ticks } = own;
  for (const thread of threads) {
    if (thread !== pid && isBusy(readStat(`/proc/${pid}/task/${thread}/stat`))) return { busy: true, pid };
    for (const child of readChildren(`/proc/${pid}/task/${thread}`)) {
      const found = follow(child);
      if (found?.busy) return found;
      ticks += found?.ticks ?? 0;
    }
  }
  return { busy: false, ticks };
}

/** Running, ready to run, or waiting for a disk. */
function isBusy(stat: Stat | undefined): boolean {
  return stat !== undefined && 'RD'.includes(stat.state);
}

/** Whether anything of a process group lives. */
export function isAlive(group: number): boolean {
  if (!signalGroup(group, 0)) return false;
  return canObserve ? observe(new Set([group])).has(group) : true;
}

/** Signals a whole group; false when there is nothing left to signal. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Children that the main thread of a process has started, oldest first; none where it is gone. */
export function childrenOf(pid: number): number[] {
  return readChildren(`/proc/${pid}/task/${pid}`);
}

/** What a line of /proc says of a process or a thread. */
interface Stat {
  /** `R` running, `S` asleep, `D` waiting for a disk, `Z` a zombie … */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  /** CPU time used, in clock ticks. */
  readonly ticks: number;
  readonly threads: number;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; undefined when the process is gone. */
export function readStat(path: string): Stat | undefined {
  const text = readProc(path);
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {
    state: fields[0] ?? 'Z',
    parent: Number(fields[1]),
    group: Number(fields[2]),
    ticks: Number(fields[11]) + Number(fields[12]),
    threads: Number(fields[17]),
  };
}

/** Children that a thread has started. */
function readChildren(thread: string): number[] {
  return (readProc(`${thread}/children`) ?? '')
    .split(' ')
    .filter(word => word !== '')
    .map(Number);
}

function listThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

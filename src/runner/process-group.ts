import { existsSync, readdirSync, readFileSync } from 'node:fs';

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
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const owner = readStat(`/proc/${pid}/stat`);
    if (owner === undefined || owner.state === 'Z' || !groups.has(owner.group)) continue;
    const threads = listThreads(pid).map((thread) => readStat(`/proc/${pid}/task/${thread}/stat`));
    const known = found.get(owner.group) ?? { busy: false, ticks: 0 };
    found.set(owner.group, { busy: known.busy || threads.some((thread) => thread !== undefined && 'RD'.includes(thread.state)), ticks: known.ticks + owner.ticks });
  }
  return found;
}

/**
 * What a process and its descendants do now, found without looking at every process of the machine; undefined when it is gone.
 * Those whose parent has ended are not seen: whoever must miss none asks `observe`.
 */
export function follow(pid: number): Activity | undefined {
  const own = readStat(`/proc/${pid}/stat`);
  if (own === undefined || own.state === 'Z') return undefined;
  const threads = listThreads(String(pid)).map((thread) => `/proc/${pid}/task/${thread}`);
  const children = threads.flatMap((thread) => readChildren(thread)).flatMap((child) => follow(child) ?? []);
  return {
    busy: threads.some((thread) => 'RD'.includes(readStat(`${thread}/stat`)?.state ?? 'Z')) || children.some(({ busy }) => busy),
    ticks: children.reduce((sum, { ticks }) => sum + ticks, own.ticks),
  };
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
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; undefined when the process is gone. */
export function readStat(path: string): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? 'Z', parent: Number(fields[1]), group: Number(fields[2]), ticks: Number(fields[11]) + Number(fields[12]) };
}

/** Children that a thread has started. */
function readChildren(thread: string): number[] {
  try {
    return readFileSync(`${thread}/children`, 'latin1').split(' ').filter((word) => word !== '').map(Number);
  } catch {
    return [];
  }
}

function listThreads(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

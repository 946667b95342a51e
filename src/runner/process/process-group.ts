import { HAS_PROCFS, listProcesses, readChildren, readStat, threadFolders } from './procfs.ts';

/** How long helpers of a program that has ended (a fork server, a resource tracker) may take to end too. */
export const GRACE_MS = 2_000;

/** What a process and its descendants do. */
interface Activity {
  /** Whether a thread is running, ready to run, waiting for a disk, or stopped for a moment. */
  readonly busy: boolean;
  /** CPU time that they have used, in clock ticks. */
  readonly ticks: number;
}

/**
 * What a process and its descendants do; undefined if it has ended. A process whose parent has ended is
 * missed, since only descendants are read, not all of /proc.
 */
export function readActivity(pid: number): Activity | undefined {
  const own = readStat(`/proc/${pid}/stat`);
  if (own === undefined || own.state === 'Z') return undefined;
  let { ticks } = own;
  for (const thread of threadFolders(pid)) {
    if ('RDT'.includes(readStat(`${thread}/stat`)?.state ?? 'Z')) return { busy: true, ticks };
    for (const child of readChildren(thread)) {
      const activity = readActivity(child);
      ticks += activity?.ticks ?? 0;
      if (activity?.busy) return { busy: true, ticks };
    }
  }
  return { busy: false, ticks };
}

/** The processes of a group that are alive; zombies are not. Without /proc, the group itself if any is. */
export function aliveIn(group: number): readonly number[] {
  if (!signalGroup(group, 0)) return [];
  if (!HAS_PROCFS) return [group];
  return listProcesses().filter(pid => {
    const stat = readStat(`/proc/${pid}/stat`);
    return stat?.group === group && stat.state !== 'Z';
  });
}

/** Signals a process group; false if nothing of it is left. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  return signalProcess(-group, signal);
}

/** Signals a process; false if it has ended. */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Signals by which a terminal or another program ends this one. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const liveGroups = new Set<number>();

/**
 * Kills a process group if this program exits or receives a signal to end.
 * @returns a function that revokes this
 */
export function killOnExit(group: number): () => void {
  if (liveGroups.size === 0) listen('on');
  liveGroups.add(group);
  return () => {
    if (liveGroups.delete(group) && liveGroups.size === 0) listen('off');
  };
}

function listen(how: 'on' | 'off'): void {
  process[how]('exit', killAll);
  for (const signal of SIGNALS) process[how](signal, onSignal);
}

function killAll(): void {
  for (const group of liveGroups) signalGroup(group, 'SIGKILL');
}

/** Another listener for the signal decides what follows. Without one, it ends this program as usual. */
function onSignal(signal: NodeJS.Signals): void {
  const isOnlyListener = process.listenerCount(signal) === 1;
  killAll();
  liveGroups.clear();
  listen('off');
  if (isOnlyListener) process.kill(process.pid, signal);
}

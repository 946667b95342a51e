import {
  HAS_PROCFS,
  type ProcessStat,
  readChildren,
  readStat,
  threadFolders,
  TICKS_PER_SECOND,
} from '../process/procfs.ts';

/** The last moments of a run may be missing from its sum: so many milliseconds on each of its cores. */
const INTERVAL_MS = 10;

/**
 * Measures from outside how much CPU time a process and its descendants use: a run cannot report too little.
 * Two sums are counted, and the larger one holds. The first has the time of children that were waited for, so
 * it knows short ones. The second has all that were ever seen, so it knows those for which nobody waits.
 * @returns a function that ends the measurement and returns seconds; undefined on a system without /proc
 */
export function measureCpu(root: number): () => number | undefined {
  if (!HAS_PROCFS) return () => undefined;
  const seen = new Map<number, number>();
  let most = 0;
  const look = (): void => {
    let now = 0;
    for (const [pid, { ticks, waitedTicks }] of processTree(root)) {
      now += ticks + waitedTicks;
      seen.set(pid, Math.max(ticks, seen.get(pid) ?? 0));
    }
    most = Math.max(most, now);
  };
  const timer = setInterval(look, INTERVAL_MS).unref();
  return () => {
    clearInterval(timer);
    look();
    const sum = [...seen.values()].reduce((total, ticks) => total + ticks, 0);
    return Math.max(most, sum) / TICKS_PER_SECOND;
  };
}

/** A process and its descendants, parents first; empty if it has ended. */
function processTree(pid: number): [pid: number, stat: ProcessStat][] {
  const stat = readStat(`/proc/${pid}/stat`);
  if (stat === undefined) return [];
  const children = threadFolders(pid).flatMap(readChildren);
  return [[pid, stat], ...children.flatMap(processTree)];
}

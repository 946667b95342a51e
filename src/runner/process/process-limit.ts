import { type PidMark, pidsAllocatedSince, processesSince } from './pid-window.ts';
import { HAS_PROCFS, type ProcessStat, readStat } from './procfs.ts';

/** Processes that one run may have at the same time. */
const MAX_PROCESSES = 256;
/** A run that ends before the first count costs nothing. */
const COUNT_INTERVAL_MS = 50;

/** By process group, oldest first. */
const watchedRuns = new Map<number, { readonly mark: PidMark; readonly onTooMany: () => void }>();
let timer: NodeJS.Timeout | undefined;

/**
 * Calls `onTooMany` when a process group and its descendants have more than `MAX_PROCESSES`.
 * @returns a function that ends the watch
 */
export function watchProcessCount(mark: PidMark, onTooMany: () => void): () => void {
  if (!HAS_PROCFS) return () => undefined;
  watchedRuns.set(mark.pid, { mark, onTooMany });
  timer ??= setInterval(countAll, COUNT_INTERVAL_MS).unref();
  return () => {
    watchedRuns.delete(mark.pid);
    if (watchedRuns.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function countAll(): void {
  const [oldest] = watchedRuns.values();
  // Fewer pids were allocated since the oldest run started, so no run can be over the limit.
  if (oldest === undefined || pidsAllocatedSince(oldest.mark) <= MAX_PROCESSES) return;
  const pids = processesSince(oldest.mark);
  if (pids.length <= MAX_PROCESSES) return;
  const stats = new Map<number, ProcessStat>();
  for (const pid of pids) {
    const stat = readStat(`/proc/${pid}/stat`);
    if (stat !== undefined) stats.set(pid, stat);
  }
  for (const [run, members] of Map.groupBy(stats.keys(), pid => runOf(pid, stats)))
    if (run !== undefined && members.length > MAX_PROCESSES) watchedRuns.get(run)?.onTooMany();
}

/** The watched run that a process belongs to: by its group, or by an ancestor. */
function runOf(pid: number, stats: ReadonlyMap<number, ProcessStat>): number | undefined {
  const group = stats.get(pid)?.group;
  if (group !== undefined && watchedRuns.has(group)) return group;
  // The stats are of different moments, so parents could form a circle.
  const visited = new Set<number>();
  for (let ancestor: number | undefined = pid; ancestor !== undefined && !visited.has(ancestor);) {
    if (watchedRuns.has(ancestor)) return ancestor;
    visited.add(ancestor);
    ancestor = stats.get(ancestor)?.parent;
  }
  return undefined;
}

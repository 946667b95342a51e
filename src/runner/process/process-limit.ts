import { countSince, processesSince, type Start } from './pid-window.ts';
import { canObserve, readStat } from './process-group.ts';

/** Processes that one run may have at the same time. */
export const MAX_PROCESSES = 256;
/** How often they are counted. A run that has ended before the first time costs nothing. */
const COUNT_EVERY_MS = 50;

interface Watched {
  readonly start: Start;
  /** What is to be done when it has grown too large. */
  readonly onTooMany: () => void;
}

const watched = new Map<number, Watched>();
let timer: NodeJS.Timeout | undefined;

/** Calls `onTooMany` once when a process group, with all that descends from it, has more than `MAX_PROCESSES`. @returns ends the watch */
export function watchCount(start: Start, onTooMany: () => void): () => void {
  if (!canObserve) return () => undefined;
  watched.set(start.pid, { start, onTooMany });
  timer ??= setInterval(count, COUNT_EVERY_MS).unref();
  return () => {
    watched.delete(start.pid);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function count(): void {
  // Those that were started first come first.
  const [oldest] = watched.values();
  // No more numbers than that were given since: too many for nobody.
  if (oldest === undefined || countSince(oldest.start) <= MAX_PROCESSES) return;
  const pids = processesSince(oldest.start);
  if (pids.length <= MAX_PROCESSES) return;
  const stats = new Map(
    pids.flatMap(pid => {
      const stat = readStat(`/proc/${pid}/stat`);
      return stat === undefined ? [] : [[pid, stat] as const];
    }),
  );
  const totals = new Map<number, number>();
  for (const [pid, { group }] of stats) {
    let owner: number | undefined = watched.has(group) ? group : undefined;
    for (
      let at: number | undefined = pid, steps = 0;
      owner === undefined && at !== undefined && at > 1 && steps < stats.size;
      at = stats.get(at)?.parent, steps += 1
    )
      if (watched.has(at)) owner = at;
    if (owner !== undefined) totals.set(owner, (totals.get(owner) ?? 0) + 1);
  }
  for (const [group, total] of totals) if (total > MAX_PROCESSES) watched.get(group)?.onTooMany();
}

import { readdirSync } from 'node:fs';
import { canObserve, readStat } from './process-group.ts';

/** Processes that one run may have at the same time. */
export const MAX_PROCESSES = 256;
/** How often they are counted. A run that has ended before the first time costs nothing. */
const COUNT_EVERY_MS = 50;

/** What is to be done about each group that grows too large. */
const watched = new Map<number, () => void>();
let timer: NodeJS.Timeout | undefined;

/** Calls `onTooMany` once when a process group, with all that descends from it, has more than `MAX_PROCESSES`. @returns ends the watch */
export function watchCount(group: number, onTooMany: () => void): () => void {
  if (!canObserve) return () => undefined;
  watched.set(group, onTooMany);
  timer ??= setInterval(count, COUNT_EVERY_MS).unref();
  return () => {
    watched.delete(group);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function count(): void {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  // Fewer than that are too many for nobody.
  if (pids.length <= MAX_PROCESSES) return;
  const stats = new Map(pids.flatMap((pid) => {
    const stat = readStat(`/proc/${pid}/stat`);
    return stat === undefined ? [] : [[Number(pid), stat] as const];
  }));
  const totals = new Map<number, number>();
  for (const [pid, { group }] of stats) {
    let owner: number | undefined = watched.has(group) ? group : undefined;
    for (let at: number | undefined = pid, steps = 0; owner === undefined && at !== undefined && at > 1 && steps < stats.size; at = stats.get(at)?.parent, steps += 1) if (watched.has(at)) owner = at;
    if (owner !== undefined) totals.set(owner, (totals.get(owner) ?? 0) + 1);
  }
  for (const [group, total] of totals) if (total > MAX_PROCESSES) watched.get(group)?.();
}

import { listProcesses, readProc } from './procfs.ts';

/** A moment in the life of the machine: the start of a process. */
export interface Start {
  readonly pid: number;
  /** How often the numbers had begun again; -1 where they did at this very moment. */
  readonly round: number;
}

let round = 0;
let last = 0;

/** The start of a process that has just been started. */
export function startOf(pid: number): Start {
  noteRound();
  return { pid, round: last < pid ? -1 : round };
}

/**
 * Numbers that were given since a start, at most: processes and threads. Processes are numbered as they start, so nothing older can descend
 * from one. Infinity where the numbers began again meanwhile: to be asked so often that they cannot have gone round unseen.
 */
export function countSince({ pid, round: then }: Start): number {
  noteRound();
  return then === round ? last - pid + 1 : Number.POSITIVE_INFINITY;
}

/** The processes that may descend from one, and itself; all that live where the numbers do not tell. */
export function processesSince(start: Start): number[] {
  const all = listProcesses();
  return countSince(start) === Number.POSITIVE_INFINITY ? all : all.filter(pid => pid >= start.pid);
}

/** https://man7.org/linux/man-pages/man5/proc_loadavg.5.html: its last field is the number that was given last. */
function noteRound(): void {
  const now = Number(readProc('/proc/loadavg')?.split(' ')[4]);
  // Not told: as if the numbers began again each time.
  if (!(now >= last)) round += 1;
  last = Number.isNaN(now) ? 0 : now;
}

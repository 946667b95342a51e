import { cpus } from 'node:os';

/** Share of the cores that other programs may use before the measurements of an example are worthless. */
const TOLERANCE = 0.05;
/** Seconds allowed for starting, and for counting in clock ticks. */
const OVERHEAD = 0.1;

/** Seconds that the cores of this machine have been idle since it started, all together. */
export function idleSeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.idle, 0) / 1000;
}

/**
 * Whether other programs took cores that a run needed: time that the run did not use was not idle either. On
 * a machine with cores to spare, other programs may be busy.
 * @param used CPU seconds of the run; if they are unknown, it counts as contention
 * @param idle seconds that the cores were idle during the run
 */
export function isUnderContention(
  used: number | undefined,
  cores: number,
  wallSeconds: number,
  idle: number,
): boolean {
  if (used === undefined || Number.isNaN(used)) return true;
  const needed = cores * wallSeconds;
  return idle < needed - used - TOLERANCE * needed - OVERHEAD;
}

import { cpus } from 'node:os';
import { join } from 'node:path';

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

const PROBE = join(import.meta.dirname, 'parallel.py');
/** Share of the ideal speed-up that counts as enough: a machine that has the cores comes close to it. */
const ENOUGH = 0.85;

/**
 * Whether this machine computes on that many cores at this moment. Other programs show in its own statistics,
 * but the host of a virtual machine does not: it may withhold cores for seconds, and all of them seem idle.
 * @param python an interpreter to compute with
 */
export async function computesInParallel(python: string, cores: number): Promise<boolean> {
  const { execa } = await import('execa');
  const { stdout } = await execa(python, ['-I', '-S', PROBE, String(cores)], {
    stdin: 'ignore',
    timeout: 60_000,
  });
  return Number(stdout) >= ENOUGH * cores;
}

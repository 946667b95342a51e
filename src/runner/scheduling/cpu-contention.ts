import { cpus } from 'node:os';

/** Share of the cores that other programs may take before what an example measured says nothing. */
const TOLERANCE = 0.05;
/** Seconds that starting and counting in ticks may cost besides. */
const OVERHEAD = 0.1;

/** Seconds that the machine's cores have been idle since it started. */
export function idleSeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.idle, 0) / 1000;
}

/**
 * Whether a run did not get the cores that it needs: the time that it left unused was not idle, so others had it.
 * On a machine with cores to spare, others may be as busy as they like.
 * @param used CPU seconds of the run; where nobody knows them, it counts as disturbed
 * @param idle seconds that the cores were idle from its start to its end
 */
export function isDisturbed(
  used: number | undefined,
  cores: number,
  wallSeconds: number,
  idle: number,
): boolean {
  if (used === undefined || Number.isNaN(used)) return true;
  const wanted = cores * wallSeconds;
  return idle < wanted - used - TOLERANCE * wanted - OVERHEAD;
}

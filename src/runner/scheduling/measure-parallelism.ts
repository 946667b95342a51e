import { join } from 'node:path';

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

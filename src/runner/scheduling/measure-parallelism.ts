import { fileURLToPath } from 'node:url';

const PROBE = fileURLToPath(new URL('parallel.py', import.meta.url));
/** Share of the ideal that processes side by side must reach: on a machine that has the cores they come close to it. */
const ENOUGH = 0.85;

/**
 * Whether this machine really computes on that many cores at this moment. What other programs take, its own accounts tell;
 * but a virtual machine whose host is busy gets less of its cores than it can see, in phases of seconds, and all seem idle.
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

import { readdirSync, readFileSync } from 'node:fs';
import type { RunPlaces } from './environment.ts';
import { canObserve } from './process-group.ts';

/**
 * Kills what escaped its process group into a session of its own: it is known by the run's folder in the environment that it
 * began with. In a seal nothing can escape; without one, a program that also wipes its environment stays.
 * @returns whether there was any
 */
export function killEscaped({ root }: RunPlaces): boolean {
  if (!canObserve) return false;
  const escaped = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && environmentOf(name).includes(`=${root}/`));
  return escaped.filter((pid) => kill(Number(pid))).length > 0;
}

/** False when it has just ended by itself. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    // Gone, or somebody else's.
    return '';
  }
}

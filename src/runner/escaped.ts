import { readFileSync } from 'node:fs';
import type { RunPlaces } from './environment.ts';
import { processesSince, type Start } from './later-processes.ts';
import { canObserve } from './process-group.ts';

/**
 * Kills what escaped its process group into a session of its own: it is known by the run's folder in the environment that it
 * began with. In a seal nothing can escape; without one, a program that also wipes its environment stays.
 * @returns whether there was any
 */
export function killEscaped({ root }: RunPlaces, start: Start): boolean {
  if (!canObserve) return false;
  const escaped = processesSince(start).filter((pid) => pid !== process.pid && environmentOf(pid).includes(`=${root}/`));
  return escaped.filter(kill).length > 0;
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

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    // Gone, or somebody else's.
    return '';
  }
}

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunPlaces } from '../python/python-environment.ts';
import { processesSince, type Start } from './pid-window.ts';
import { canObserve } from './process-group.ts';

/** How long what was killed may take to be gone: a process ends only when the system comes to it. */
const GONE_MS = 2_000;

/**
 * Kills what escaped its process group into a session of its own, and waits until none of it is left, nor of what it started meanwhile: it is
 * known by the run's folder in the environment that it began with. In a sandbox nothing can escape; without one, a program that also wipes its
 * environment stays.
 * @returns whether there was any
 */
export async function killEscaped({ root }: RunPlaces, start: Start): Promise<boolean> {
  if (!canObserve) return false;
  const living = (): number[] =>
    processesSince(start).filter(pid => pid !== process.pid && environmentOf(pid).includes(`=${root}/`));
  const until = performance.now() + GONE_MS;
  let any = false;
  for (let escaped = living(); escaped.length > 0 && performance.now() < until; escaped = living()) {
    for (const pid of escaped) any = kill(pid) || any;
    await sleep(5);
  }
  return any;
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

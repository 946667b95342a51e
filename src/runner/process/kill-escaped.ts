import { setTimeout as sleep } from 'node:timers/promises';
import { type PidMark, processesSince } from './pid-window.ts';
import { signalProcess } from './process-group.ts';
import { HAS_PROCFS, readProc } from './procfs.ts';

/** How long a killed process may take to disappear. */
const KILL_TIMEOUT_MS = 2_000;

/**
 * Kills what has left the process group of an unsandboxed run, and waits until it is gone, with everything
 * that it starts meanwhile. It is found by the run's folder in the environment that it was started with. A
 * process that also replaced its environment is not found: only a sandbox holds it.
 * @param root folder of the run
 * @returns whether anything had escaped
 */
export async function killEscaped(root: string, mark: PidMark): Promise<boolean> {
  if (!HAS_PROCFS) return false;
  const findEscaped = (): number[] =>
    processesSince(mark).filter(
      pid => pid !== process.pid && readProc(`/proc/${pid}/environ`)?.includes(`=${root}/`),
    );
  const deadline = performance.now() + KILL_TIMEOUT_MS;
  let found = false;
  for (let pids = findEscaped(); pids.length > 0 && performance.now() < deadline; pids = findEscaped()) {
    // One that has just ended by itself did not escape.
    for (const pid of pids) found = signalProcess(pid, 'SIGKILL') || found;
    await sleep(5);
  }
  return found;
}

import { signalGroup } from '../process/process-group.ts';

/** What a terminal, or who ends a job, sends to end a program. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const live = new Set<number>();

/** Ends a process group when this program ends, or is asked to: what it started must not outlive it. @returns ends that */
export function killOnExit(group: number): () => void {
  if (live.size === 0) listen('on');
  live.add(group);
  return () => {
    if (live.delete(group) && live.size === 0) listen('off');
  };
}

function listen(how: 'on' | 'off'): void {
  process[how]('exit', endAll);
  for (const signal of ENDINGS) process[how](signal, endAllAndFollow);
}

function endAll(): void {
  for (const group of live) signalGroup(group, 'SIGKILL');
}

/** Whoever else listens for the signal decides what follows; where nobody does, it ends this program as it would have. */
function endAllAndFollow(signal: NodeJS.Signals): void {
  const alone = process.listenerCount(signal) === 1;
  endAll();
  live.clear();
  listen('off');
  if (alone) process.kill(process.pid, signal);
}

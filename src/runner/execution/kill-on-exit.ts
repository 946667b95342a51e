import { signalGroup } from '../process/process-group.ts';

/** Signals by which a terminal or another program ends this one. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const liveGroups = new Set<number>();

/**
 * Kills a process group if this program exits or receives a signal to end.
 * @returns a function that revokes this
 */
export function killOnExit(group: number): () => void {
  if (liveGroups.size === 0) listen('on');
  liveGroups.add(group);
  return () => {
    if (liveGroups.delete(group) && liveGroups.size === 0) listen('off');
  };
}

function listen(how: 'on' | 'off'): void {
  process[how]('exit', killAll);
  for (const signal of SIGNALS) process[how](signal, onSignal);
}

function killAll(): void {
  for (const group of liveGroups) signalGroup(group, 'SIGKILL');
}

/** Another listener for the signal decides what follows. Without one, it ends this program as usual. */
function onSignal(signal: NodeJS.Signals): void {
  const isOnlyListener = process.listenerCount(signal) === 1;
  killAll();
  liveGroups.clear();
  listen('off');
  if (isOnlyListener) process.kill(process.pid, signal);
}

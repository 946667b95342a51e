import { signalGroup } from './process-group.ts';

/** Milliseconds between pauses, and of a pause: at most so many more than one, at random. */
const [BETWEEN_MS, PAUSE_MS] = [100, 60];

/**
 * Stops a process group now and then for a moment, and lets it go on, as a busy machine does. Clocks and
 * sleeps go on meanwhile, so what only they put in order may come in another one.
 * @param group finds the group; undefined while there is none
 * @returns a function that ends this, and lets go on what is stopped
 */
export function pauseSometimes(group: () => number | undefined): () => void {
  let timer: NodeJS.Timeout;
  let stopped: number | undefined;
  const endPause = (): void => {
    if (stopped !== undefined) signalGroup(stopped, 'SIGCONT');
    stopped = undefined;
  };
  const goOn = (): void => {
    endPause();
    timer = setTimeout(pause, 1 + Math.random() * BETWEEN_MS);
  };
  const pause = (): void => {
    stopped = group();
    if (stopped !== undefined) signalGroup(stopped, 'SIGSTOP');
    timer = setTimeout(goOn, 1 + Math.random() * PAUSE_MS);
  };
  goOn();
  return () => {
    clearTimeout(timer);
    endPause();
  };
}

import { signalGroup } from './process-group.ts';

/** Milliseconds between pauses, and of a pause: each is a random part of these, and one at least. */
const [BETWEEN_MS, PAUSE_MS] = [100, 60];

/**
 * Stops a process group now and then for a moment, and lets it go on, as a busy machine does. All its clocks
 * go on, so what a sleep or a timeout puts in order may come in another one.
 * @param group finds the group; undefined while there is none
 * @returns a function that ends this; call it when the group has ended
 */
export function pauseSometimes(group: () => number | undefined): () => void {
  let timer: NodeJS.Timeout;
  const runOn = (): void => {
    timer = setTimeout(pause, 1 + Math.random() * BETWEEN_MS);
  };
  const pause = (): void => {
    const stopped = group();
    if (stopped === undefined || !signalGroup(stopped, 'SIGSTOP')) return runOn();
    timer = setTimeout(
      () => {
        signalGroup(stopped, 'SIGCONT');
        runOn();
      },
      1 + Math.random() * PAUSE_MS,
    );
  };
  runOn();
  return () => clearTimeout(timer);
}

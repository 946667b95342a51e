import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Screen, ScreenTask } from './terminal-screen.ts';

/** How long a screen may take; 1 MB of long lines takes less than one. */
const DEADLINE_MS = 20_000;
/** Memory of a thread. What 20,000 lines of 200 columns take is a tenth of it. */
const MAX_MEGABYTES = 512;

/** Carries out what was written to a terminal, in bounded time and memory. */
export async function readScreen(task: ScreenTask, deadlineMs = DEADLINE_MS): Promise<Screen> {
  const worker = new Worker(new URL('./screen-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
  });
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const [screen] = (await once(worker, 'message', { signal: deadline })) as [Screen];
    return screen;
  } catch (error) {
    const isTooMuch = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (!deadline.aborted && !isTooMuch) throw error;
    return { text: '', fault: 'too-much' };
  } finally {
    await worker.terminate();
  }
}

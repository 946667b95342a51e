import { parentPort, workerData } from 'node:worker_threads';
import { type ScreenTask, screenOf } from './terminal-screen.ts';

// A thread of its own: a few bytes can ask for so much that only ending the thread ends it.
const { written, size } = workerData as ScreenTask;
parentPort?.postMessage(await screenOf(written, size));

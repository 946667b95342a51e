import type { BrowserSample } from '../../../core/browser/browser-sample.ts';
import type { WorkerOrder, WorkerReport } from './messages.ts';
import { trustedUrl } from './trusted-url.ts';
import workerUrl from './worker.ts?worker&url';

/** A Python that loads, or waits for a sample. It runs one. */
interface PythonWorker {
  readonly worker: Worker;
  /** The folder of Pyodide. */
  readonly url: string;
  state: 'loading' | 'loaded' | 'failed';
  /** Takes what it reports. */
  listener?: ((report: WorkerReport) => void) | undefined;
}

/** A run that goes on. */
export interface PythonRun {
  /** Ends it. Nothing more is reported. */
  readonly end: () => void;
}

const alive = new Set<PythonWorker>();
/** Loads while another one runs, so that the next run begins at once. */
let spare: PythonWorker | undefined;

/** Runs a sample in a Python of its own. @param url the folder of Pyodide, with a slash at its end */
export function runInWorker(
  url: string,
  sample: BrowserSample,
  listener: (report: WorkerReport) => void,
): PythonRun {
  const python = takeSpare(url) ?? startWorker(url);
  python.listener = report => {
    if (report.kind === 'running') spare ??= startWorker(url);
    if (report.kind === 'full' || report.kind === 'ended' || report.kind === 'failed') end(python);
    listener(report);
  };
  send(python, { kind: 'run', sample });
  return { end: () => end(python) };
}

function takeSpare(url: string): PythonWorker | undefined {
  const taken = spare;
  spare = undefined;
  if (taken === undefined || (taken.url === url && taken.state !== 'failed')) return taken;
  end(taken);
  return undefined;
}

function startWorker(url: string): PythonWorker {
  const worker = new Worker(trustedUrl(workerUrl), { type: 'module' });
  const python: PythonWorker = { worker, url, state: 'loading' };
  alive.add(python);
  const take = (report: WorkerReport): void => {
    if (report.kind === 'loaded' || report.kind === 'failed') python.state = report.kind;
    python.listener?.(report);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerReport>) => take(data));
  worker.addEventListener('error', () => {
    take({ kind: 'failed', reason: python.state === 'loaded' ? 'broken' : 'unloaded' });
  });
  send(python, { kind: 'load', url });
  return python;
}

function send({ worker }: PythonWorker, order: WorkerOrder): void {
  worker.postMessage(order);
}

function end(python: PythonWorker): void {
  python.worker.terminate();
  python.listener = undefined;
  alive.delete(python);
}

// A page that is left computes nothing. A browser may show it again later as it was, without its workers.
addEventListener('pagehide', () => {
  spare = undefined;
  for (const python of alive) {
    const { listener } = python;
    end(python);
    listener?.({ kind: 'failed', reason: 'left' });
  }
});

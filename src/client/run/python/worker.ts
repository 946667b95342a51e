import type { PyodideAPI } from 'pyodide';
import { runSample } from '../../../browser/start-python.ts';
import program from '../../../browser/start.py?raw';
import type { BrowserSample } from '../../../core/browser/browser-sample.ts';
import { loadPython } from './load-python.ts';
import type { WorkerOrder, WorkerReport } from './messages.ts';
import { printer } from './printer.ts';

// A worker has one Python, which runs one sample: nothing of an earlier run is left in it.
let python: Promise<PyodideAPI>;

const report = (message: WorkerReport): void => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<WorkerOrder>) => {
  try {
    if (data.kind === 'load') {
      python = loadPython(data.url, bytes => report({ kind: 'loading', bytes }));
      await python;
      report({ kind: 'loaded' });
    } else run(await python, data.sample);
  } catch (error) {
    // What Python raises ends a sample, and is printed. So this is a failure of Python, or of its loading.
    console.warn(error);
    report({ kind: 'failed', reason: data.kind === 'load' ? 'unloaded' : 'broken' });
  }
});

function run(loaded: PyodideAPI, sample: BrowserSample): void {
  report({ kind: 'running' });
  const { write, flush } = printer(report);
  const exit = runSample(loaded, program, sample, write);
  flush();
  report({ kind: 'ended', exit });
}

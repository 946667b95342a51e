import type { PyodideAPI } from 'pyodide';
import { installWheels } from '../../../browser/install-wheels.ts';
import { runSample } from '../../../browser/start-python.ts';
import program from '../../../browser/start.py?raw';
import type { BrowserSample } from '../../../core/browser/browser-sample.ts';
import { fetchWheels } from './fetch-wheels.ts';
import { loadPython } from './load-python.ts';
import type { Failure, WorkerOrder, WorkerReport } from './messages.ts';
import { printer } from './printer.ts';

// A worker has one Python, which runs one sample: nothing of an earlier run is left in it.
let python: Promise<PyodideAPI>;
let url = '';

const report = (message: WorkerReport): void => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<WorkerOrder>) => {
  let reason: Failure = 'unloaded';
  try {
    if (data.kind === 'load') {
      ({ url } = data);
      python = loadPython(url, bytes => report({ kind: 'loading', bytes }));
      await python;
      report({ kind: 'loaded' });
    } else {
      const { sample } = data;
      const [loaded, wheels] = await Promise.all([python, fetchWheels(url, sample.wheels)]);
      reason = 'broken';
      run(loaded, sample, wheels);
    }
  } catch (error) {
    // What Python raises ends a sample, and is printed. So this is a failure of Python, or of its loading.
    console.warn(error);
    report({ kind: 'failed', reason });
  }
});

function run(loaded: PyodideAPI, sample: BrowserSample, wheels: readonly Uint8Array[]): void {
  installWheels(loaded, wheels);
  report({ kind: 'running' });
  const { write, flush } = printer(report);
  const exit = runSample(loaded, program, sample, write);
  flush();
  report({ kind: 'ended', exit });
}

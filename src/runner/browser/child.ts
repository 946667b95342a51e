import { hash } from 'node:crypto';
import { constants, readFileSync, writeSync } from 'node:fs';
import { installWheels } from '../../browser/install-wheels.ts';
import { pythonConfig, runSample } from '../../browser/start-python.ts';
import type { BrowserSample } from '../../core/browser/browser-sample.ts';
import type { BrowserWheel } from '../../core/browser/browser-wheel.ts';

/**
 * The program of one run: its input is a `BrowserSample`, its outputs are those of the sample, its exit code
 * is the sample's. Descriptor 3 gets a line when the sample starts, and the milliseconds that it took; not
 * these if Python broke.
 * Arguments: the folder of Pyodide, the text of `start.py` in a file, the folder of the wheels, and a
 * snapshot, if there is one.
 */
const [folder = '', program = '', wheels = '', snapshot] = process.argv.slice(2);
const REPORT_FD = 3;

// Node's permissions forbid it. Pyodide asks for these constants alone.
Object.assign(process, { binding: () => ({ fs: constants }) });

const { loadPyodide } = (await import(`${folder}/pyodide.mjs`)) as typeof import('pyodide');
const python = await loadPyodide({
  ...pythonConfig(`${folder}/`),
  ...(snapshot === undefined ? {} : { _loadSnapshot: readFileSync(snapshot) }),
});
const sample = JSON.parse(readFileSync(0, 'utf8')) as BrowserSample;
installWheels(python, (sample.wheels ?? []).map(lockedBytes));
write(REPORT_FD, Buffer.from('started\n'));
const startedAt = performance.now();
const exitCode = run();
write(REPORT_FD, Buffer.from(String(performance.now() - startedAt)));
process.exit(exitCode);

function run(): number {
  try {
    return runSample(python, readFileSync(program, 'utf8'), sample, (stream, bytes) =>
      write(stream === 'out' ? 1 : 2, bytes),
    );
  } catch (error) {
    // os._exit() ends Python at once.
    const { status } = error as { status?: number };
    if (status === undefined) throw error;
    return status;
  }
}

/** The bytes of a wheel; no others than those of its lock. */
function lockedBytes({ file, sha256 }: BrowserWheel): Uint8Array {
  const bytes = new Uint8Array(readFileSync(`${wheels}/${sha256}.whl`));
  if (hash('sha256', bytes, 'hex') !== sha256)
    throw new Error(`${file} is not the file that its lock names.`);
  return bytes;
}

function write(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes.subarray(written));
}

import type { PyodideAPI, PyodideConfig } from 'pyodide';
import type { BrowserSample } from '../core/browser/browser-sample.ts';
import { PLACE } from '../core/surroundings/place.ts';

const WORK_PREFIX = new TextEncoder().encode(`${PLACE.work}/`);

/** The environment of a run, as in `runner/python/run-environment.ts`. A sample may change the first ones. */
function variables({ env }: BrowserSample): Record<string, string> {
  const { home: HOME, temporary: TMPDIR, user: USER } = PLACE;
  return {
    ...{ LC_ALL: 'C.UTF-8', TZ: 'UTC', COLUMNS: '80', LINES: '24', NO_COLOR: '1', PYTHON_COLORS: '0' },
    ...env,
    ...{ PATH: '/usr/local/bin:/usr/bin:/bin', HOME, TMPDIR, USER, LOGNAME: USER },
    ...{ PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' },
  };
}

/**
 * How Pyodide starts, in the proof as on a page.
 * @param indexURL the folder with its files, with a slash at its end
 */
export function pythonConfig(indexURL: string): PyodideConfig {
  // A run sets its other variables itself. Without the seed, sets would have another order in each run.
  return {
    indexURL,
    env: { HOME: PLACE.home, TZ: 'UTC', PYTHONHASHSEED: '0' },
    _sysExecutable: '/usr/bin/python',
  };
}

/** Called for each write of a sample, with bytes that it may keep. */
export type OnOutput = (stream: 'out' | 'err', bytes: Uint8Array) => void;

/**
 * Runs a sample, as `python entry` would. Another run needs another Python: this one has ended.
 * @param program the text of `start.py`
 * @returns its exit code
 * @throws if Python itself breaks: no memory is left, or a sample ends the process
 */
export function runSample(
  python: PyodideAPI,
  program: string,
  sample: BrowserSample,
  onOutput: OnOutput,
): number {
  const { entry, files, args, stdin } = sample;
  const { work } = PLACE;
  python.FS.mkdirTree(work);
  for (const [path, base64] of Object.entries(files)) {
    const file = `${work}/${path}`;
    python.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    python.FS.writeFile(file, bytesOf(base64));
  }
  python.setStdin({ read: reader(new TextEncoder().encode(stdin)), isatty: false });
  python.setStdout({ write: writer('out', onOutput), isatty: false });
  // Tracebacks name files as a page does: `File "lock.py"`.
  const onError: OnOutput = (stream, bytes) => onOutput(stream, without(bytes, WORK_PREFIX));
  python.setStderr({ write: writer('err', onError), isatty: false });
  const names = python.toPy({ __name__: 'start' });
  python.runPython(program, { globals: names, filename: 'start.py' });
  const run = names.get('run');
  return run(work, entry, python.toPy(args), python.toPy(variables(sample)));
}

function reader(input: Uint8Array): (buffer: Uint8Array) => number {
  let position = 0;
  return buffer => {
    const part = input.subarray(position, position + buffer.length);
    buffer.set(part);
    position += part.length;
    return part.length;
  };
}

function writer(stream: 'out' | 'err', onOutput: OnOutput): (buffer: Uint8Array) => number {
  return buffer => {
    // The buffer is Python's own memory.
    onOutput(stream, buffer.slice());
    return buffer.length;
  };
}

/** Bytes without each occurrence of others. They need not be UTF-8. */
function without(bytes: Uint8Array, removed: Uint8Array): Uint8Array {
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    if (removed.every((byte, offset) => bytes[at + offset] === byte)) at += removed.length - 1;
    else kept.push(bytes[at] ?? 0);
  }
  return Uint8Array.from(kept);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}

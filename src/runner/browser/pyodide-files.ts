import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { WheelTarget } from '../../core/packages/fitting-wheel.ts';
import { fingerprint } from '../../core/text/hash.ts';

/** The folder of the npm package. */
export const PYODIDE_FOLDER: string = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));

/** What a Python needs to start, in that folder; the site serves just these files. */
export const PYODIDE_FILES = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
] as const;

/** The part of `pyodide-lock.json` that is about the Python of Pyodide. */
interface PythonInfo {
  readonly python: string;
  readonly arch: string;
  readonly abi_version: string;
}

const pythonInfo = (): PythonInfo => (read('pyodide-lock.json') as { readonly info: PythonInfo }).info;

const read = (file: string): unknown => JSON.parse(readFileSync(join(PYODIDE_FOLDER, file), 'utf8'));

/** Which Pyodide is installed. */
export interface PyodideVersion {
  /** `314.0.7` */
  readonly pyodide: string;
  /** Of its Python: `3.14.2`. */
  readonly python: string;
}

/** The versions that the package names. */
export function pyodideVersion(): PyodideVersion {
  const { version } = read('package.json') as { readonly version: string };
  return { pyodide: version, python: pythonInfo().python };
}

/** Its Python, as wheels name it. */
export function wheelTarget(): WheelTarget {
  const { python, arch, abi_version: abi } = pythonInfo();
  return { python, platform: `pyemscripten_${abi}_${arch}` };
}

/** Digest of all files that a run is made with. */
export function pyodideDigest(): string {
  return fingerprint(PYODIDE_FILES.map(file => readFileSync(join(PYODIDE_FOLDER, file))));
}

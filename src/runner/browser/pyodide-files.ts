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

/** The part of `pyodide-lock.json` that is about Pyodide itself. */
interface PyodideInfo {
  readonly python: string;
  readonly arch: string;
  readonly abi_version: string;
}

function pyodideInfo(): PyodideInfo {
  const text = readFileSync(join(PYODIDE_FOLDER, 'pyodide-lock.json'), 'utf8');
  return (JSON.parse(text) as { readonly info: PyodideInfo }).info;
}

/** Which Pyodide is installed. */
export interface PyodideVersion {
  /** `314.0.7` */
  readonly pyodide: string;
  /** Of its Python: `3.14.2`. */
  readonly python: string;
}

/** The versions that the package names. */
export function pyodideVersion(): PyodideVersion {
  const text = readFileSync(join(PYODIDE_FOLDER, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  return { pyodide: version, python: pyodideInfo().python };
}

/** Its Python, as wheels name it. */
export function wheelTarget(): WheelTarget {
  const { python, arch, abi_version: abi } = pyodideInfo();
  return { python, platform: `pyemscripten_${abi}_${arch}` };
}

/** Digest of all files that a run is made with. */
export function pyodideDigest(): string {
  return fingerprint(PYODIDE_FILES.map(file => readFileSync(join(PYODIDE_FOLDER, file))));
}

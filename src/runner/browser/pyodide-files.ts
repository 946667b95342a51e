import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
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

/** Which Pyodide is installed. */
export interface PyodideVersion {
  /** `314.0.7` */
  readonly pyodide: string;
  /** Of its Python: `3.14.2`. */
  readonly python: string;
}

/** The versions that the package names. */
export function pyodideVersion(): PyodideVersion {
  const { info } = JSON.parse(readFileSync(join(PYODIDE_FOLDER, 'pyodide-lock.json'), 'utf8')) as {
    readonly info: { readonly version: string; readonly python: string };
  };
  return { pyodide: info.version, python: info.python };
}

/** Digest of all files that a run is made with. */
export function pyodideDigest(): string {
  return fingerprint(PYODIDE_FILES.map(file => readFileSync(join(PYODIDE_FOLDER, file))));
}

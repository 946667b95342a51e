import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WheelTarget } from '../../core/packages/fitting-wheel.ts';

/** What Pyodide says about itself, beside the packages of its own distribution. */
const PYODIDE = createRequire(import.meta.url).resolve('pyodide/pyodide-lock.json');

interface PyodideLock {
  readonly info: { readonly python: string; readonly arch: string; readonly abi_version: string };
}

/** The browser's Python that is installed here, as wheels name it. */
export function wheelTarget(): WheelTarget {
  const { info } = JSON.parse(readFileSync(PYODIDE, 'utf8')) as PyodideLock;
  return { python: info.python, platform: `pyemscripten_${info.abi_version}_${info.arch}` };
}

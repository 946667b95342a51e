import type { PyodideAPI } from 'pyodide';

/** As in a run under CPython: `runner/python/place.ts`. */
const PACKAGES = '/opt/packages';

/**
 * Unpacks the packages of a sample, before it runs. They come behind the standard library: no package takes
 * the place of a module of it.
 * @param wheels their bytes, in the order of `BrowserSample.wheels`
 */
export function installWheels(python: PyodideAPI, wheels: readonly Uint8Array[]): void {
  if (wheels.length === 0) return;
  for (const bytes of wheels) python.unpackArchive(bytes, 'whl', { extractDir: PACKAGES });
  const path = python.pyimport('sys').path;
  path.append(PACKAGES);
  path.destroy();
}

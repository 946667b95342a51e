import type { PyodideAPI } from 'pyodide';
import { PLACE } from '../core/surroundings/place.ts';

/**
 * Unpacks the packages of a sample, before it runs. They come behind the standard library: no package takes
 * the place of a module of it.
 * @param wheels their bytes, in the order of `BrowserSample.wheels`
 */
export function installWheels(python: PyodideAPI, wheels: readonly Uint8Array[]): void {
  if (wheels.length === 0) return;
  for (const bytes of wheels) python.unpackArchive(bytes, 'whl', { extractDir: PLACE.packages });
  const path = python.pyimport('sys').path;
  path.append(PLACE.packages);
  path.destroy();
}

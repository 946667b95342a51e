import { wheelPath } from '../../../core/browser/browser-sample.ts';
import type { BrowserWheel } from '../../../core/browser/browser-wheel.ts';

/**
 * Fetches the packages of a sample. The browser refuses a file with another digest than the proved one.
 * @param pyodideUrl the folder of Pyodide, with a slash at its end
 * @throws if one is missing, or is another file
 */
export function fetchWheels(
  pyodideUrl: string,
  wheels: readonly BrowserWheel[] = [],
): Promise<readonly Uint8Array[]> {
  return Promise.all(
    wheels.map(async wheel => {
      const url = new URL(`../../${wheelPath(wheel)}`, pyodideUrl);
      const response = await fetch(url, { integrity: integrityOf(wheel) });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    }),
  );
}

/** https://www.w3.org/TR/sri-2/#integrity-metadata-description */
function integrityOf({ sha256 }: BrowserWheel): string {
  const bytes = (sha256.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

import { packageVariables } from '../surroundings/package-variables.ts';
import type { Example } from '../example/example.ts';
import type { BrowserWheel } from './browser-wheel.ts';

/** Where the site has a wheel, below its base. The digest is in it: what is there never changes. */
export function wheelPath({ file, sha256 }: BrowserWheel): string {
  return `pyodide/packages/${sha256.slice(0, 16)}/${file}`;
}

/** What a run in the browser's Python needs of its example. It is sent as JSON. */
export interface BrowserSample {
  /** Name of the file that runs: `first_threads.py`. */
  readonly entry: string;
  /** Everything that the run sees, in base64, by path relative to the folder it runs in. */
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** The environment variables that its contract sets, and those for its packages. */
  readonly env: Readonly<Record<string, string>>;
  /** Text on standard input. */
  readonly stdin: string;
  /** The packages of the sample, if it declares some. */
  readonly wheels?: readonly BrowserWheel[] | undefined;
}

/**
 * The run of an example as the browser's Python makes it.
 * @param wheels of the packages that it declares; absent if it declares none
 */
export function browserSample(
  { entry, files, contract }: Example,
  wheels?: readonly BrowserWheel[],
): BrowserSample {
  const { args, env, stdin = '' } = contract;
  return {
    entry,
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, base64(bytes)])),
    args,
    env: { ...(wheels === undefined ? {} : packageVariables(contract.cores)), ...env },
    stdin,
    ...(wheels === undefined ? {} : { wheels }),
  };
}

/** Bytes → base64, in a browser and in Node 24. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

import type { Example } from '../example/example.ts';

/** What a run in the browser's Python needs of its example. It is sent as JSON. */
export interface BrowserSample {
  /** Name of the file that runs: `first_threads.py`. */
  readonly entry: string;
  /** Everything that the run sees, in base64, by path relative to the folder it runs in. */
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** The environment variables that its contract sets. */
  readonly env: Readonly<Record<string, string>>;
  /** Text on standard input. */
  readonly stdin: string;
}

/** The run of an example as the browser's Python makes it. */
export function browserSample({ entry, files, contract }: Example): BrowserSample {
  const { args, env, stdin = '' } = contract;
  return {
    entry,
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, base64(bytes)])),
    args,
    env,
    stdin,
  };
}

/** Bytes → base64, in a browser and in Node 24. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

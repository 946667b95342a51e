import type { BrowserSample } from '../../../core/browser/browser-sample.ts';

/** What a page asks of a worker: to load Python, and then to run one sample. */
export type WorkerOrder =
  /** `url` is the folder of Pyodide, with a slash at its end. */
  { readonly kind: 'load'; readonly url: string } | { readonly kind: 'run'; readonly sample: BrowserSample };

/** What a worker answers, in this order. */
export type WorkerReport =
  /** Bytes that have arrived, as they are when nothing compresses them. */
  | { readonly kind: 'loading'; readonly bytes: number }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'running' }
  | { readonly kind: 'printed'; readonly stream: 'out' | 'err'; readonly bytes: Uint8Array }
  /** It printed more than a page shows. Nothing follows. */
  | { readonly kind: 'full' }
  | { readonly kind: 'ended'; readonly exit: number }
  /** Python could not be loaded, or broke. Nothing follows. */
  | { readonly kind: 'failed'; readonly reason: Failure };

/**
 * `unloaded`: a file is missing, or the reader is offline. `broken`: the interpreter itself ended, such as
 * without memory. `left`: the reader left the page, and has come back.
 */
export type Failure = 'unloaded' | 'broken' | 'left';

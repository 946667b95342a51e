import type { OutputContract } from '../contract/contract-schema.ts';
import type { BrowserSample } from './browser-sample.ts';

/** What a page fetches, as JSON, when a reader runs an example: what runs, and what judges its output. */
export interface ReaderRun {
  /** The id of the example. */
  readonly id: string;
  readonly sample: BrowserSample;
  readonly contract: ReaderContract;
  /** The output that the browser's Python was verified by. */
  readonly recording: ReaderRecording;
  /** Version of that Python: `3.14.2`. */
  readonly python: string;
  /** Version of the npm package, and name of its folder on the site: `314.0.7`. */
  readonly pyodide: string;
}

/** The part of a contract that judges a reader's run. */
export interface ReaderContract extends Pick<OutputContract, 'order' | 'mask'> {
  /** The exit code that it expects. */
  readonly exit: number;
  /** Whether stderr is part of the output. */
  readonly showsStderr: boolean;
}

/** What a recording holds of the streams. */
export interface ReaderRecording {
  readonly out: string;
  /** Absent if stderr is not part of the output. */
  readonly err?: string | undefined;
}

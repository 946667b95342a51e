import type { ReaderRun } from './reader-run.ts';

/** What a page fetches to check an exercise: what its solution has to print, without its code. As JSON. */
export type ReaderTask = Pick<ReaderRun, 'id' | 'contract' | 'recording'>;

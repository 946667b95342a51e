import type { SourceEdit } from '../variant/edits.ts';

/** What is done to a part of a sample, as the end of a sentence: `without its arguments`. */
export const CHANGES = {
  out: 'without it',
  header: 'without its first line, with what is inside',
  body: 'with an empty body',
  arguments: 'without its arguments',
  none: 'with None as its value',
  flag: 'without this argument',
  items: 'without what is in these lines',
  text: 'without this text',
  nothing: 'without it: it is no code',
} as const;

/** A part of a sample that highlighted lines are for, and how it is taken out. */
export interface Part {
  /** The highlighted lines of the file, 1-based. */
  readonly lines: readonly number[];
  /** The first of them, as it is written: `with lock:`. */
  readonly text: string;
  readonly change: keyof typeof CHANGES;
  /** None, if it is no code: a comment changes nothing. */
  readonly edits: readonly SourceEdit[];
  /** Arguments in it such as `daemon=True`, each with the edits that take it out: each has to matter too. */
  readonly flags: readonly Flag[];
}

export type Flag = Pick<Part, 'text' | 'edits'>;

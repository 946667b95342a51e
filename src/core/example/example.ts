import type { Contract } from '../contract/contract-schema.ts';
import type { Region } from './region.ts';
import type { Metadata } from './metadata.ts';

/** One runnable sample. */
export interface Example {
  /** Its path below `examples/` without `.py`, or the path of its folder if that has a `main.py`. */
  readonly id: string;
  /** The file that runs, relative to the project: `examples/threading/first_threads.py`. */
  readonly file: string;
  /** Name of the file that runs: `first_threads.py`. */
  readonly entry: string;
  readonly source: string;
  readonly metadata: Metadata;
  readonly contract: Contract;
  readonly regions: readonly Region[];
  /** Everything that the run sees, by path relative to the folder it runs in; the entry is one of them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The text of the lock of its packages; absent if there is none beside it. */
  readonly lock?: string | undefined;
  /** The example with each of its named changes. */
  readonly variants: readonly Example[];
  /** Set if it is a variant itself. */
  readonly variant?: VariantFacts | undefined;
  /** The example as it is watched for its timeline; absent if its contract asks for none. */
  readonly timeline?: Example | undefined;
  /** Set if it is such an example itself: the one that it watches. */
  readonly watched?: { readonly of: Example } | undefined;
}

/** The name of the recording of a watched example, after the name of the example. */
export const TIMELINE_SLUG = 'timeline';

/** The example that an article names for it: that of a variant, or of a timeline, is its original. */
export function originalOf<T extends Pick<Example, 'variant' | 'watched'>>(example: T): T | Example {
  return example.variant?.of ?? example.watched?.of ?? example;
}

/** An example with all that is run of it: its variants, and its timeline. */
export function withDerived(example: Example): readonly Example[] {
  return [example, ...example.variants, ...(example.timeline === undefined ? [] : [example.timeline])];
}

/** What an example has in addition if it is a variant of another one. */
export interface VariantFacts {
  /** The example that it changes. */
  readonly of: Example;
  /** Which table of the block it is, from 0. */
  readonly index: number;
  /** What is changed, in words: `without the lock`. */
  readonly name: string;
  /** The same in the names of its recordings: `without-the-lock`. */
  readonly slug: string;
  /** Whether its output is recorded and shown; if not, only the difference is checked. */
  readonly isRecorded: boolean;
  /** For each line of its source that of the original, both 1-based. */
  readonly originalLines: readonly number[];
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 → text; undefined if the bytes are not UTF-8. */
export function decode(bytes: Uint8Array | undefined): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A path below `examples/` → the id of its example: `a/lock.py` and `a/lock/main.py` → `a/lock`. */
export function idOf(file: string): string {
  return file
    .replace(/^\.?\//, '')
    .replace(/\/main\.py$/, '')
    .replace(/\.py$/, '')
    .replace(/\/$/, '');
}

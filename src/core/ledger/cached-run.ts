import type { Run } from '../verdict/run.ts';

/** A run that was verified, as it is kept: its output is UTF-8, or it would not have been. */
export interface CachedRun extends Pick<Run, 'exitCode' | 'durationMs'> {
  /** Digest of all that it depended on: see `fingerprint.ts`. */
  readonly key: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether its contract promised every byte: then any other run with this key printed the same. */
  readonly exact: boolean;
  /** Release of the operating system that it ran on: no part of the key, since one that promises the same differs from machine to machine. */
  readonly system: string;
}

/** Kept runs, each with its place: the example's file and the interpreter's path, on a line each. */
export type CachedRuns = readonly (readonly [place: string, kept: CachedRun])[];

/** A place for a reader: `examples/threading/locks.py under /usr/bin/python3.13`. */
export function cacheKeyName(place: string): string {
  return place.replace('\n', ' under ');
}

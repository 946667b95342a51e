import type { Run } from '../verdict/run.ts';

/** A verified run that later verifications may reuse. Its output is UTF-8, as all verified output is. */
export interface CachedRun extends Pick<Run, 'exitCode' | 'durationMs'> {
  /** Digest of all that the run depended on. */
  readonly key: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether its contract promised every byte. Then any other run with this key printed the same. */
  readonly exact: boolean;
  /** Release of the operating system. It is no part of the key, since it differs between equal machines. */
  readonly system: string;
}

/** Cached runs, each with its target: the example's file and the interpreter's path, on a line each. */
export type CachedRuns = readonly (readonly [target: string, run: CachedRun])[];

/** A target for a reader: `examples/threading/locks.py under /usr/bin/python3.13`. */
export function targetName(target: string): string {
  return target.replace('\n', ' under ');
}

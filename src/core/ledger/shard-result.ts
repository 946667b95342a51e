import type { CachedRuns } from './cached-run.ts';
import type { Ledger } from './ledger.ts';

/** The results of all shards as those of one check. */
export interface MergedShards {
  readonly ledger: Ledger;
  readonly runs: CachedRuns;
}

/** What one shard of a check found. */
export interface ShardResult extends MergedShards {
  /** The interpreters that the command asked for; empty if it took the installed ones. */
  readonly pythons: readonly string[];
  /** Digest of what all shards of a check share: examples, recordings, and the code that runs them. */
  readonly sources: string;
}

/** A result with the file that it was read from. */
export interface ShardSource {
  readonly from: string;
  readonly result: ShardResult;
}

import { STATE } from '../../core/project-paths.ts';

/** Files of the runner below the state folder, relative to the project, each with the module that owns it. */
export const STATE_PATHS = {
  /** Verified runs of earlier checks: `cache/run-cache.ts`. */
  runs: `${STATE}/runs.json`,
  /** The ledger of the last check or build: `files/ledger-file.ts`. */
  ledger: `${STATE}/ledger.json`,
  /** What shards found, a file each: `files/shard-file.ts`. */
  shards: `${STATE}/shards`,
  /** The verified runs of all shards: `files/shard-file.ts`. */
  merged: `${STATE}/merged.json`,
  /** Held while receipts change: `examples/receipt-files.ts`. */
  recordingsLock: `${STATE}/recordings.lock`,
} as const;

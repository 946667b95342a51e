import type { Example } from '../core/example.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import type { Recording } from '../core/recording.ts';
import type { Verification } from '../runner/verify.ts';

/** What is known of one example. */
export interface Proof {
  readonly entry: LedgerEntry;
  /** Absent where the example's own block or markers are wrong. */
  readonly example?: Example | undefined;
  readonly recording?: Recording | undefined;
}

/** Proofs by id. */
export type Proofs = ReadonlyMap<string, Proof>;

export function collectProofs({ ledger, examples, recordings }: Verification): Proofs {
  return new Map(ledger.entries.map((entry) => [entry.id, { entry, example: examples.get(entry.id), recording: recordings.get(entry.id)?.base }]));
}

/** The id that a `file` prop names: `threading/lock.py` → `threading/lock`; a folder's path is its example's id. */
export function idOf(file: string): string {
  return file.replace(/^\.?\//, '').replace(/\/main\.py$/, '').replace(/\.py$/, '').replace(/\/$/, '');
}

import type { Change } from '../verdict/output-change.ts';
import type { Problem } from '../problems/problem.ts';
import type { Interpreter } from '../python-version.ts';
import type { Shard } from './shard.ts';
import type { VerdictKind } from '../verdict/verdict.ts';

/** What one verification says of one example under one interpreter. */
export interface LedgerEntry {
  readonly id: string;
  /** Relative to the project. */
  readonly file: string;
  readonly verdict: VerdictKind;
  readonly problems: readonly Problem[];
  /** Version of the interpreter that gave the verdict; absent where none ran it. */
  readonly python?: string | undefined;
  /** Whether that build has the global interpreter lock; absent where none ran it. */
  readonly gil?: boolean | undefined;
  /** Tag of the recording it was compared with, where its version has one of its own. */
  readonly variant?: string | undefined;
  /** Of the run that gave it, whenever that was made. */
  readonly durationMs?: number | undefined;
  /** Whether its contract lets it be skipped where no interpreter takes it. */
  readonly optional?: boolean | undefined;
  /** Whether that run was made by an earlier verification; absent where none was made. */
  readonly cached?: boolean | undefined;
  /** What it printed now and what was recorded, where that is not the same; absent where it is `verified`, and where nothing ran. */
  readonly changes?: readonly Change[] | undefined;
  /** What a `verified` does not say, as a sentence. */
  readonly note?: string | undefined;
  /** Digest of the recording that was proved; absent unless `verified`. */
  readonly recording?: string | undefined;
}

/** Which part of the examples a ledger is about. */
export interface Part {
  /** What chose them; absent: nothing did. */
  readonly words?: readonly string[] | undefined;
  /** Which of the parts that they were dealt into. */
  readonly shard?: Shard | undefined;
}

/** All verdicts of one verification, with the interpreters that gave them: sorted by id, and those of one example as its interpreters are. */
export interface Ledger {
  /** Absent: all examples. A ledger with a part says nothing of the others. */
  readonly part?: Part | undefined;
  readonly interpreters: readonly Interpreter[];
  readonly entries: readonly LedgerEntry[];
  /** Whether the runs were sealed off from the machine, in words: `sealed with bubblewrap 0.8.0`, or `not sealed` and why. Absent where nothing ran. */
  readonly seal?: string | undefined;
  /** About articles, files that are no example, and recordings that say nothing of their own. */
  readonly problems: readonly Problem[];
  /** What is no mistake and worth knowing, such as a block of an article that nobody ran; absent where articles were not looked at. */
  readonly notices?: readonly Problem[] | undefined;
}

/** An entry without what was measured: the same whenever and wherever the same was proved. */
export function proved({
  durationMs,
  cached,
  ...entry
}: LedgerEntry): Omit<LedgerEntry, 'durationMs' | 'cached'> {
  return entry;
}

/** A ledger as it is written, without what was measured: two verifications that proved the same wrote the same bytes. */
export function ledgerText({ part, interpreters, entries, seal, problems, notices }: Ledger): string {
  return `${JSON.stringify({ part, interpreters, entries: entries.map(proved), seal, problems, notices }, null, 2)}\n`;
}

/** How many verdicts came from runs of earlier verifications, and how many from runs of this one. */
export function countRuns(entries: readonly LedgerEntry[]): {
  readonly cached: number;
  readonly run: number;
} {
  return {
    cached: entries.filter(({ cached }) => cached === true).length,
    run: entries.filter(({ cached }) => cached === false).length,
  };
}

/**
 * What falls short. `skipped` does so only where `strict` (when `CI` is set): there the interpreters
 * that the examples ask for must be installed, but for those that a contract calls optional.
 */
export function shortfalls(ledger: Ledger, strict: boolean): readonly LedgerEntry[] {
  return ledger.entries.filter(
    ({ verdict, optional }) =>
      verdict !== 'verified' && (verdict !== 'skipped' || (strict && optional !== true)),
  );
}

/** Whether the environment variable `CI` says that this is continuous integration, where nothing may be skipped. */
export function isStrict(ci: string | undefined): boolean {
  return ci !== undefined && ci !== '' && ci !== 'false';
}

/** Whether everything is as the pages say. */
export function isSound(ledger: Ledger, strict: boolean): boolean {
  return ledger.problems.length === 0 && shortfalls(ledger, strict).length === 0;
}

import { type BrowserProof, withoutRuns } from '../browser/browser-proof.ts';
import type { Problem } from '../problems/problem.ts';
import type { Interpreter } from '../python-version.ts';
import type { Stream } from '../printed-text.ts';
import type { Package } from '../packages/lock.ts';
import type { VerdictKind } from '../verdict/verdict.ts';
import type { Shard } from './shard.ts';

/** The beginning of an output, and how many characters of it were left out. */
export interface Excerpt {
  readonly text: string;
  readonly omitted: number;
}

/** What was recorded of a stream, and what a run printed instead: for the reviewer of the change. */
export interface OutputChange {
  readonly stream: Stream;
  /** Absent if nothing was recorded. */
  readonly before?: Excerpt | undefined;
  readonly after: Excerpt;
}

/** A file of a run that is not the recorded one: for the reviewer of the change. */
export interface FileChange {
  /** `plot.svg` */
  readonly name: string;
  /** How much differs, as the end of a sentence; empty if the texts show it. */
  readonly summary: string;
  /** What was recorded, and what the run wrote instead. Absent of a picture. */
  readonly before?: Excerpt | undefined;
  readonly after?: Excerpt | undefined;
}

/** What one verification found about one example under one interpreter. */
export interface LedgerEntry {
  readonly id: string;
  /** Relative to the project. */
  readonly file: string;
  readonly verdict: VerdictKind;
  /** Set for a variant: the id of the example that it changes, and what is changed, in words. */
  readonly variant?: { readonly of: string; readonly name: string } | undefined;
  /** Set for a timeline: the id of the example that was watched. */
  readonly timelineOf?: string | undefined;
  readonly problems: readonly Problem[];
  /** Version of the interpreter that ran it; absent if none did. */
  readonly python?: string | undefined;
  /** Whether that build has the global interpreter lock; absent if none ran it. */
  readonly gil?: boolean | undefined;
  /** Tag of the version, if the run was compared with a recording of that version alone. */
  readonly tag?: string | undefined;
  /** Duration of the run, also if the run is cached. */
  readonly durationMs?: number | undefined;
  /** Whether its contract lets it be skipped if no interpreter satisfies `requires-python`. */
  readonly optional?: boolean | undefined;
  /** Whether an earlier verification made the run; absent if there is no run. */
  readonly cached?: boolean | undefined;
  /** Outputs that are not the recorded ones; absent if it is `verified` or nothing ran. */
  readonly changes?: readonly OutputChange[] | undefined;
  /** Files that are not the recorded ones; absent if there are none. */
  readonly files?: readonly FileChange[] | undefined;
  /** Whether it ran with the network; absent if it did not. */
  readonly network?: boolean | undefined;
  /** What `verified` does not include, as a sentence. */
  readonly note?: string | undefined;
  /** The packages that it ran with; absent if it declares none, or if nothing ran it. */
  readonly packages?: readonly Package[] | undefined;
  /** Digest of the verified recording; absent unless `verified`. */
  readonly recording?: string | undefined;
}

type NamedEntry = Pick<LedgerEntry, 'id' | 'variant' | 'timelineOf'>;

/** The name of an entry for people: `locks/account, without the lock`. */
export function entryName({ id, variant, timelineOf }: NamedEntry): string {
  if (timelineOf !== undefined) return `${timelineOf}, timeline`;
  return variant === undefined ? id : `${variant.of}, ${variant.name}`;
}

/** The example that articles show: that of a variant, or of a timeline, is its original. */
export function shownId({ id, variant, timelineOf }: NamedEntry): string {
  return variant?.of ?? timelineOf ?? id;
}

/** A bound that a contract or a tag promises, and the sentences of an article that speak of it. */
export interface StatedBound {
  /** The file of the example. */
  readonly of: string;
  /** As it is written: `elapsed = { min = 1.9, max = 4.0 }`. */
  readonly bound: string;
  readonly sentences: readonly { readonly text: string; readonly line: number; readonly column: number }[];
}

/** An article with its bounds. */
export interface ArticleBounds {
  /** Relative to the project. */
  readonly file: string;
  readonly bounds: readonly StatedBound[];
}

/** The part of the examples that a ledger covers. */
export interface LedgerPart {
  /** What chose the examples; absent if nothing did. */
  readonly selectors?: readonly string[] | undefined;
  /** The shard that the ledger covers. */
  readonly shard?: Shard | undefined;
}

/** All verdicts of one verification. Entries are sorted by id, then like the interpreters. */
export interface Ledger {
  /** Absent if the ledger covers all examples. */
  readonly part?: LedgerPart | undefined;
  readonly interpreters: readonly Interpreter[];
  readonly entries: readonly LedgerEntry[];
  /** Whether the runs were sandboxed, in words; absent if nothing ran. */
  readonly sandbox?: string | undefined;
  /** About articles, files that belong to no example, and redundant recordings. */
  readonly problems: readonly Problem[];
  /** What is worth knowing, such as a block that nobody ran; absent if articles were not checked. */
  readonly notices?: readonly Problem[] | undefined;
  /** What the Python of browsers made of the samples; absent if it was not tried. */
  readonly browser?: BrowserProof | undefined;
  /** Bounds that the chosen articles rely on; absent if none was chosen. */
  readonly bounds?: readonly ArticleBounds[] | undefined;
}

/** An entry without measurements: equal whenever and wherever the same is verified. */
export function withoutMeasurements({ durationMs, cached, ...entry }: LedgerEntry): LedgerEntry {
  return entry;
}

/** A ledger as it is written, without measurements. The same verdicts make the same bytes. */
export function ledgerText(ledger: Ledger): string {
  const { part, interpreters, sandbox, problems, notices } = ledger;
  const entries = ledger.entries.map(withoutMeasurements);
  const browser = ledger.browser && withoutRuns(ledger.browser);
  const stable = { part, interpreters, entries, browser, sandbox, problems, notices };
  return `${JSON.stringify(stable, null, 2)}\n`;
}

/** How many verdicts come from cached runs, and how many from runs of this verification. */
export function countRuns(entries: readonly LedgerEntry[]): { cached: number; run: number } {
  const count = (wanted: boolean): number => entries.filter(({ cached }) => cached === wanted).length;
  return { cached: count(true), run: count(false) };
}

/** The entries that fall short. If `strict`, skipped ones do, unless their contract calls them optional. */
export function shortfalls(ledger: Ledger, strict: boolean): readonly LedgerEntry[] {
  return ledger.entries.filter(
    ({ verdict, optional }) =>
      verdict !== 'verified' && (verdict !== 'skipped' || (strict && optional !== true)),
  );
}

/** Whether the value of the variable `CI` means continuous integration, where nothing may be skipped. */
export function isStrict(ci: string | undefined): boolean {
  return ci !== undefined && ci !== '' && ci !== 'false';
}

/** Whether nothing falls short and no problem was found. */
export function isSound(ledger: Ledger, strict: boolean): boolean {
  return ledger.problems.length === 0 && shortfalls(ledger, strict).length === 0;
}

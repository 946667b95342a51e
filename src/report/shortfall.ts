import { type Ledger, type LedgerEntry, shortfalls } from '../core/ledger.ts';
import { pythonName } from '../core/python.ts';

/** What is wrong with one example, once, and all interpreters that say so. */
export interface Shortfall extends Pick<LedgerEntry, 'id' | 'file' | 'verdict' | 'problems' | 'changes'> {
  /** `CPython 3.13.0`; empty where none ran it. */
  readonly pythons: readonly string[];
}

/** Ledger → what falls short, in its order; where several interpreters say the same of an example, one. */
export function shortfallsOf(ledger: Ledger, strict: boolean): readonly Shortfall[] {
  return grouped(shortfalls(ledger, strict));
}

/** Ledger → what was skipped and may be. */
export function skippedOf(ledger: Ledger, strict: boolean): readonly Shortfall[] {
  const short = new Set(shortfalls(ledger, strict));
  return grouped(ledger.entries.filter((entry) => entry.verdict === 'skipped' && !short.has(entry)));
}

function grouped(entries: readonly LedgerEntry[]): readonly Shortfall[] {
  return [...Map.groupBy(entries, ({ id }) => id).values()].flatMap((own) => {
    // Outputs are long: they are compared only where there are two.
    const alike = own.length === 1 ? [own] : Map.groupBy(own, ({ verdict, problems, changes }) => JSON.stringify([verdict, problems, changes])).values();
    return [...alike].flatMap(together);
  });
}

function together(entries: readonly LedgerEntry[]): Shortfall[] {
  const pythons = entries.flatMap(({ python, gil = true }) => (python === undefined ? [] : [`CPython ${pythonName({ version: python, gil })}`]));
  return entries.slice(0, 1).map(({ id, file, verdict, problems, changes }) => ({ id, file, verdict, problems, changes, pythons }));
}

/** `drifted under CPython 3.13.0, CPython 3.12.4`. */
export function headline({ verdict, pythons }: Shortfall): string {
  return pythons.length === 0 ? verdict : `${verdict} under ${pythons.join(', ')}`;
}

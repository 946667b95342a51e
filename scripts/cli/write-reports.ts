import type { Ledger } from '../../src/core/ledger/ledger.ts';
import { needArticles, type Report, writeReports } from '../../src/report/reports.ts';
import { sourceUrlOf } from '../../src/report/shortfall.ts';
import { shownAt } from '../../src/site/commands/article-examples.ts';
import { strict } from './options.ts';

/** Writes the reports of a ledger, or its text to standard output if none was chosen. */
export async function writeLedgerReports(ledger: Ledger, chosen: readonly Report[]): Promise<void> {
  await writeReports(ledger, chosen.length > 0 ? chosen : [{ kind: 'text' }], {
    strict,
    sourceUrl: sourceUrlOf(process.env),
    shownAt: needArticles(chosen) ? await shownAt(process.cwd()) : undefined,
  });
}

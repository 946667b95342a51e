import { isSound, type Ledger } from '../../src/core/ledger/ledger.ts';
import { parseReports, type Report, needArticles, writeReports } from '../../src/report/reports.ts';
import { sourceUrlOf, type ReportContext } from '../../src/report/text/report-context.ts';
import { shownAt } from '../../src/site/commands/example-usages.ts';
import { strict } from './options.ts';

/** Values of `--report` → reports; text on standard output if there are none. */
export function requestedReports(values: readonly string[]): readonly Report[] {
  return parseReports(values.length > 0 ? values : ['text']);
}

/** Writes the reports of a ledger; they name the articles that show the examples that fell short. */
export async function writeLedgerReports(ledger: Ledger, reports: readonly Report[]): Promise<void> {
  await writeReports(ledger, reports, {
    strict,
    sourceUrl: sourceUrlOf(process.env),
    shownAt: await usagesFor(ledger, reports),
  });
}

async function usagesFor(ledger: Ledger, reports: readonly Report[]): Promise<ReportContext['shownAt']> {
  if (!needArticles(reports) || isSound(ledger, strict)) return undefined;
  return shownAt(process.cwd());
}

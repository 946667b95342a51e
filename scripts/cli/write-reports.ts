import { isSound, type Ledger } from '../../src/core/ledger/ledger.ts';
import { sourceUrlOf, type ReportContext } from '../../src/report/text/report-context.ts';
import { type Report, needArticles, writeReports } from '../../src/report/reports.ts';
import { strict } from './cli.ts';

/** Writes the reports of a ledger, with the places in articles that show what falls short. */
export async function tell(ledger: Ledger, reports: readonly Report[]): Promise<void> {
  await writeReports(ledger, reports, {
    strict,
    sourceUrl: sourceUrlOf(process.env),
    shownAt: await placesFor(ledger, reports),
  });
}

async function placesFor(ledger: Ledger, reports: readonly Report[]): Promise<ReportContext['shownAt']> {
  if (!needArticles(reports) || isSound(ledger, strict)) return undefined;
  // Loaded where it is needed: a check without a mistake reads no article.
  const { shownAt } = await import('../../src/site/commands/example-usages.ts');
  return shownAt(process.cwd(), 'content');
}

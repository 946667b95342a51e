import { appendFile, stat, writeFile } from 'node:fs/promises';
import type { Ledger } from '../core/ledger/ledger.ts';
import { suggest } from '../core/problems/suggest.ts';
import { EXIT, ProblemError } from '../core/problems/problem.ts';
import type { ReportContext } from './text/report-context.ts';
import { githubReport } from './formats/github.ts';
import { jsonReport } from './formats/json.ts';
import { markdownReport } from './formats/markdown.ts';
import { STEP_SUMMARY } from './text/markdown-text.ts';
import { textReport } from './formats/text.ts';

/** Every report is a function from ledger to text. */
const REPORTS = {
  text: textReport,
  github: githubReport,
  json: jsonReport,
  markdown: markdownReport,
} as const satisfies Record<string, (ledger: Ledger, context: ReportContext, limit?: number) => string>;

export interface Report {
  readonly kind: keyof typeof REPORTS;
  /** Absent: standard output. */
  readonly file?: string | undefined;
}

/** `json=report.json` → kind and file. @throws ProblemError with exit code 2 */
export function parseReports(words: readonly string[]): readonly Report[] {
  return words.map(word => {
    const [kind = '', file] = word.split(/=(.*)/s, 2);
    if (Object.hasOwn(REPORTS, kind)) return { kind: kind as Report['kind'], file };
    throw new ProblemError(
      [
        {
          file: 'command line',
          title: `There is no report "${kind}": ${suggest(kind, Object.keys(REPORTS))}`,
          remedy: '--report json=report.json',
        },
      ],
      EXIT.usage,
    );
  });
}

/** Whether any of them tells where articles show an example. */
export function tellsPlaces(reports: readonly Report[]): boolean {
  return reports.some(({ kind }) => kind === 'github' || kind === 'markdown');
}

/** Writes each report to its file, or to standard output. */
export async function writeReports(
  ledger: Ledger,
  reports: readonly Report[],
  context: ReportContext = {},
): Promise<void> {
  for (const { kind, file } of reports)
    await writeSummary(limit => REPORTS[kind](ledger, context, limit), file);
}

/**
 * Writes a text to its file, or to standard output. The summary of a job is a file that several commands of a step append to;
 * all of it has one bound, and `text` is told what is left.
 */
export async function writeSummary(text: (limit: number) => string, file?: string): Promise<void> {
  const isSummary = file !== undefined && file === process.env.GITHUB_STEP_SUMMARY;
  const taken = isSummary
    ? await stat(file).then(
        ({ size }) => size,
        () => 0,
      )
    : 0;
  const written = text(STEP_SUMMARY - taken);
  if (file === undefined) process.stdout.write(written);
  else if (isSummary) await appendFile(file, written);
  else await writeFile(file, written);
}

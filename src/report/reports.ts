import { appendFile, stat, writeFile } from 'node:fs/promises';
import { countRuns, type Ledger } from '../core/ledger/ledger.ts';
import { shardName } from '../core/ledger/shard.ts';
import { refusal } from '../core/problems/problem.ts';
import { withFileProblem } from '../core/problems/system-error.ts';
import { suggest } from '../core/problems/suggest.ts';
import { UNSAFE } from '../core/text/invisible.ts';
import { countVerdicts } from '../core/verdict/verdict.ts';
import { print, printAnnotations } from './print.ts';
import { githubReport } from './github.ts';
import { markdownReport } from './markdown.ts';
import { textReport } from './text.ts';
import { STEP_SUMMARY_BYTES } from './markdown-text.ts';
import type { ReportContext } from './shortfall.ts';

/** One function from ledger to text for each kind of report. */
const REPORTS = {
  text: textReport,
  github: githubReport,
  json: jsonReport,
  markdown: markdownReport,
} as const satisfies Record<string, (ledger: Ledger, context: ReportContext, limit?: number) => string>;

/** A report that a command writes. */
export interface Report {
  readonly kind: keyof typeof REPORTS;
  /** Absent: standard output. */
  readonly file?: string;
}

/** `json=report.json` → kind and file. @throws ProblemError with exit code 2 for an unknown kind */
export function parseReport(text: string): Report {
  const [kind = '', file] = text.split(/=(.*)/s, 2);
  if (Object.hasOwn(REPORTS, kind)) return { kind: kind as Report['kind'], file };
  const title = `There is no report "${kind}": ${suggest(kind, Object.keys(REPORTS))}`;
  throw refusal({ file: 'command line', title, remedy: '--report json=report.json' });
}

/** Whether any of the reports names the articles that show an example. */
export function needArticles(reports: readonly Report[]): boolean {
  return reports.some(({ kind }) => kind === 'github' || kind === 'markdown');
}

/** Writes each report to its file, or to standard output. */
export async function writeReports(
  ledger: Ledger,
  reports: readonly Report[],
  context: ReportContext = {},
): Promise<void> {
  for (const { kind, file } of reports)
    await writeSummary(
      limit => REPORTS[kind](ledger, context, limit),
      file,
      kind === 'github' ? printAnnotations : print,
    );
}

/**
 * Writes a text to its file, or to standard output. Several commands append to the summary of a job, and
 * GitHub bounds the whole file: `render` receives the bytes that are left.
 */
export async function writeSummary(
  render: (limit: number) => string,
  file?: string,
  write: (text: string) => void = print,
): Promise<void> {
  const isSummary = file !== undefined && file === process.env.GITHUB_STEP_SUMMARY;
  const summary = isSummary ? await stat(file).catch(() => undefined) : undefined;
  const text = render(STEP_SUMMARY_BYTES - (summary?.size ?? 0));
  if (file === undefined) write(text);
  else await withFileProblem(file, () => (isSummary ? appendFile(file, text) : writeFile(file, text)));
}

/** Ledger → JSON of a stable shape, for editors and scripts. What steers a terminal or a CI is escaped. */
export function jsonReport(ledger: Ledger): string {
  const { part, interpreters, entries, sandbox, problems, notices, browser } = ledger;
  return `${JSON.stringify(
    {
      shard: part?.shard === undefined ? null : shardName(part.shard),
      interpreters,
      sandbox: sandbox ?? null,
      examples: entries.map(
        ({ id, file, variant, verdict, problems: own, python, gil, tag, durationMs, cached, ...more }) => ({
          id,
          file,
          variant: variant ?? null,
          verdict,
          reason: own[0]?.title ?? null,
          python: python ?? null,
          gil: gil ?? null,
          recording: tag ?? null,
          durationMs: durationMs === undefined ? null : Math.round(durationMs),
          cached: cached ?? false,
          network: more.network ?? false,
          packages: more.packages ?? [],
          line: own[0]?.line ?? null,
          note: more.note ?? null,
          problems: own,
        }),
      ),
      browser: browser ?? null,
      problems,
      notices: notices ?? [],
      totals: countVerdicts(entries.map(({ verdict }) => verdict)),
      variants: entries.filter(({ variant }) => variant !== undefined).length,
      runs: countRuns(entries),
    },
    null,
    2,
  )
    .replaceAll(UNSAFE, jsonEscape)
    .replaceAll('##[', '#\\u0023[')}\n`;
}

/** Each UTF-16 unit of a text as JSON escapes it. */
function jsonEscape(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

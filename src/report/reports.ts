import { appendFile, writeFile } from 'node:fs/promises';
import type { Ledger } from '../core/ledger.ts';
import { suggest } from '../core/nearest.ts';
import { EXIT, ProblemError } from '../core/problem.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { textReport } from './text.ts';

/** Every report is a function from ledger to text. */
const REPORTS = { text: textReport, github: githubReport, json: jsonReport, markdown: markdownReport } as const satisfies Record<string, (ledger: Ledger) => string>;

interface Report {
  readonly kind: keyof typeof REPORTS;
  /** Absent: standard output. */
  readonly file?: string | undefined;
}

/** `json=report.json` → kind and file. @throws ProblemError with exit code 2 */
export function parseReports(words: readonly string[]): readonly Report[] {
  return words.map((word) => {
    const [kind = '', file] = word.split(/=(.*)/s, 2);
    if (Object.hasOwn(REPORTS, kind)) return { kind: kind as Report['kind'], file };
    throw new ProblemError([{ file: 'command line', title: `There is no report "${kind}": ${suggest(kind, Object.keys(REPORTS))}`, remedy: '--report json=report.json' }], EXIT.usage);
  });
}

export async function writeReports(ledger: Ledger, reports: readonly Report[]): Promise<void> {
  for (const { kind, file } of reports) {
    const text = REPORTS[kind](ledger);
    if (file === undefined) process.stdout.write(text);
    // A job summary is a file that several steps append to.
    else if (file === process.env.GITHUB_STEP_SUMMARY) await appendFile(file, text);
    else await writeFile(file, text);
  }
}

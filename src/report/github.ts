import type { Ledger } from '../core/ledger.ts';
import type { Problem } from '../core/problem.ts';

/** Ledger → workflow commands that GitHub shows at the line: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
export function githubReport({ entries, problems }: Ledger): string {
  return [...entries.flatMap((entry) => entry.problems.map((problem) => annotation(problem, entry.verdict))), ...problems.map((problem) => annotation(problem, 'problem'))].join('');
}

function annotation({ file, line, column, title, detail, remedy }: Problem, kind: string): string {
  const place = [['file', file], ['line', line], ['col', column], ['title', kind]].filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${kind === 'skipped' ? 'warning' : 'error'} ${place}::${escapeData([title, detail, remedy].filter(Boolean).join('\n'))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

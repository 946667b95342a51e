import type { Problem } from '../../core/problems/problem.ts';
import { visible } from '../text/escape-for-terminal.ts';

/** How GitHub shows an annotation. */
export type Level = 'error' | 'warning' | 'notice';

/** A message at a line of a file, or of the job where it has none. */
export interface Annotation extends Partial<Pick<Problem, 'file' | 'line' | 'column'>> {
  readonly level: Level;
  readonly title: string;
  /** What happened, what shows it, what to do; what shows it is cut where all is too long. */
  readonly message: readonly [happened: string, shows?: string | undefined, remedy?: string | undefined];
}

/** GitHub shows the first ten of each level that a step prints: https://docs.github.com/en/rest/checks/runs */
export const SHOWN_PER_LEVEL = 10;

/** A runner of GitHub takes no longer message, in UTF-16 units (`_maxIssueMessageLength` in its `ExecutionContext.cs`). */
const LONGEST = 4096;

/** An annotation → a workflow command, one line: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
export function workflowCommand({ level, file, line, column, title, message }: Annotation): string {
  const properties = [
    ['file', file],
    ['line', line],
    ['col', column],
    ['title', title],
  ] as const;
  const written = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(visible(String(value)))}`],
  );
  return `::${level} ${written.join(',')}::${escapeData(fitted(message))}\n`;
}

function fitted([happened, shows, remedy]: Annotation['message']): string {
  const [first, between, last] = [happened, shows, remedy].map(text =>
    text === undefined ? '' : visible(text),
  ) as [string, string, string];
  const room = LONGEST - first.length - last.length - 100;
  const text = [first, between.length <= room ? between : cut(between, room), last]
    .filter(part => part !== '')
    .join('\n');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 2)} …`;
}

/** The lines that there is room for. */
function cut(text: string, room: number): string {
  const lines = text.split('\n');
  let length = 0;
  const kept = lines.findIndex(line => (length += line.length + 1) > room);
  return [...lines.slice(0, kept), `… ${lines.length - kept} more in the summary of the job.`].join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import type { Problem } from '../../core/problems/problem.ts';
import { escapeForTerminal } from '../text/escape-for-terminal.ts';

/** How GitHub shows an annotation. */
export type Level = 'error' | 'warning' | 'notice';

/** A message at a line of a file, or of the whole job if it has no file. */
export interface Annotation extends Partial<Pick<Problem, 'file' | 'line' | 'column'>> {
  readonly level: Level;
  readonly title: string;
  /** Title, detail and remedy of a problem. The detail is cut if the message is too long. */
  readonly message: readonly [title: string, detail?: string, remedy?: string];
}

/** Annotations of each level that GitHub shows for a step: https://docs.github.com/en/rest/checks/runs */
export const ANNOTATIONS_PER_LEVEL = 10;

/** Longest message, in UTF-16 units: `_maxIssueMessageLength` in `ExecutionContext.cs` of GitHub's runner. */
const MAX_MESSAGE_LENGTH = 4096;

/**
 * An annotation → a workflow command, one line:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function workflowCommand({ level, file, line, column, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(escapeForTerminal(String(value)))}`);
  return `::${level} ${properties.join(',')}::${escapeData(fitMessage(message))}\n`;
}

function fitMessage(message: Annotation['message']): string {
  const [title = '', detail = '', remedy = ''] = message.map(part => escapeForTerminal(part ?? ''));
  const room = MAX_MESSAGE_LENGTH - title.length - remedy.length - 100;
  const text = [title, cutLines(detail, room), remedy].filter(part => part !== '').join('\n');
  return text.length <= MAX_MESSAGE_LENGTH ? text : `${text.slice(0, MAX_MESSAGE_LENGTH - 2)} …`;
}

/** The first lines of a text, as many as there is room for. */
function cutLines(text: string, room: number): string {
  if (text.length <= room) return text;
  const kept = text.slice(0, Math.max(0, room)).split('\n').slice(0, -1);
  const omitted = text.split('\n').length - kept.length;
  return [...kept, `… ${omitted} more in the summary of the job.`].join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

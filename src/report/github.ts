import type { Ledger } from '../core/ledger/ledger.ts';
import { location, type Problem, type SourcePosition } from '../core/problems/problem.ts';
import { escapeForTerminal, escapeLine } from './text.ts';
import { headline, type ReportContext, type Shortfall, shortfallsOf, skippedOf } from './shortfall.ts';

/**
 * Ledger → workflow commands that GitHub shows at their line: an error for each shortfall, a warning at each
 * article that shows such an example, a notice for each example that was skipped and may be. If GitHub would
 * hide some, the last one counts them.
 */
export function githubReport(
  ledger: Ledger,
  { strict = false, shownAt = new Map() }: ReportContext = {},
): string {
  const short = shortfallsOf(ledger, strict);
  const errors = [
    ...short.flatMap(each => annotateProblems(each, 'error')),
    ...ledger.problems.map(problem => annotate(problem, 'error', 'problem')),
  ];
  const notices = skippedOf(ledger, strict).flatMap(each => annotateProblems(each, 'notice'));
  return [
    ...limitLevel(errors, 'more problems'),
    ...limitLevel(annotateArticles(short, shownAt), 'more places in articles show examples that fall short'),
    ...limitLevel(notices, 'more examples were skipped'),
  ]
    .map(workflowCommand)
    .join('');
}

function annotateProblems(shortfall: Shortfall, level: Level): Annotation[] {
  const title = `${shortfall.name}: ${headline(shortfall)}`;
  return shortfall.problems.map(problem => annotate({ ...problem, line: problem.line ?? 1 }, level, title));
}

function annotate(problem: Problem, level: Level, heading: string): Annotation {
  const { file, line, column, title, detail, remedy } = problem;
  return { level, file, line, column, title: heading, message: [title, detail, remedy] };
}

/** One warning for each article that shows an example: at the first line, naming the other lines. */
function annotateArticles(
  short: readonly Shortfall[],
  shownAt: ReadonlyMap<string, readonly SourcePosition[]>,
): Annotation[] {
  return [...Map.groupBy(short, each => each.shownId)].flatMap(([id, all]) => {
    const why = all.flatMap(each => {
      const of = each.name === id ? '' : `${each.name}: `;
      const texts = each.problems.slice(0, 1).map(problem => `${location(problem)} ${problem.title}`);
      return texts.map(text => `${of}${headline(each)}: ${text}`);
    });
    const byArticle = Map.groupBy(shownAt.get(id) ?? [], ({ file }) => file);
    return [...byArticle.values()].map(([first, ...others]): Annotation => {
      const lines = others.map(({ line }) => line).join(', ');
      const also = `Also shown in ${others.length === 1 ? 'line' : 'lines'} ${lines}.`;
      const message = [why.join('\n'), undefined, lines === '' ? undefined : also] as const;
      return { level: 'warning', ...first, title: `This page shows ${id}`, message };
    });
  });
}

/** As many annotations of a level as GitHub shows; the last counts the rest. */
function limitLevel(annotations: readonly Annotation[], what: string): readonly Annotation[] {
  const shown = annotations.slice(0, ANNOTATIONS_PER_LEVEL - 1);
  const [next, ...others] = annotations.slice(shown.length);
  if (next === undefined || others.length === 0) return annotations;
  const title = `${others.length + 1} ${what}`;
  const places = [next, ...others].map(({ file = '', line }) => location({ file, line }));
  const message = [`${title}; the summary of the job lists all of them.`, places.join('\n')] as const;
  return [...shown, { level: next.level, title, message }];
}

/** How GitHub shows an annotation. */
type Level = 'error' | 'warning' | 'notice';

/** A message at a line of a file, or of the whole job if it has no file. */
interface Annotation extends Partial<Pick<Problem, 'file' | 'line' | 'column'>> {
  readonly level: Level;
  readonly title: string;
  /** Title, detail and remedy of a problem. The detail is cut if the message is too long. */
  readonly message: readonly [title: string, detail?: string, remedy?: string];
}

/** Annotations of each level that GitHub shows for a step: https://docs.github.com/en/rest/checks/runs */
const ANNOTATIONS_PER_LEVEL = 10;

/** Longest message, in UTF-16 units: `_maxIssueMessageLength` in `ExecutionContext.cs` of GitHub's runner. */
const MAX_MESSAGE_LENGTH = 4096;

/**
 * An annotation → a workflow command, one line:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
function workflowCommand({ level, file, line, column, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, escapeData(escapeLine(String(value)))] as const)
    .map(([name, value]) => `${name}=${value.replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
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

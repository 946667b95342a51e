import type { Ledger } from '../../core/ledger/ledger.ts';
import { location, type SourcePosition } from '../../core/problems/problem.ts';
import { type Annotation, type Level, SHOWN_PER_LEVEL, workflowCommand } from './annotation.ts';
import type { ReportContext } from '../text/report-context.ts';
import { headline, type Shortfall, shortfallsOf, skippedOf } from '../text/shortfall.ts';

/**
 * Ledger → workflow commands that GitHub shows at the line: an error where an example falls short, a warning at each line of an
 * article that shows it, a notice for what was skipped and may be. Of more than GitHub shows, the last says how many there are.
 */
export function githubReport(
  ledger: Ledger,
  { strict = false, shownAt = new Map() }: ReportContext = {},
): string {
  const short = shortfallsOf(ledger, strict);
  const strays = ledger.problems.map(({ file, line, column, title, detail, remedy }): Annotation => ({
    level: 'error',
    file,
    line,
    column,
    title: 'problem',
    message: [title, detail, remedy],
  }));
  return [
    ...shown('error', [...short.flatMap(each => atProblems(each, 'error')), ...strays], 'more problems'),
    ...shown('warning', shownIn(short, shownAt), 'more places in articles show examples that fall short'),
    ...shown(
      'notice',
      skippedOf(ledger, strict).flatMap(each => atProblems(each, 'notice')),
      'more examples were skipped',
    ),
  ]
    .map(workflowCommand)
    .join('');
}

function atProblems(shortfall: Shortfall, level: Level): Annotation[] {
  const { id, problems } = shortfall;
  return problems.map(({ file, line = 1, column, title, detail, remedy }) => ({
    level,
    file,
    line,
    column,
    title: `${id}: ${headline(shortfall)}`,
    message: [title, detail, remedy],
  }));
}

/** The first line of each article that shows an example, whatever interpreters say of it. */
function shownIn(
  short: readonly Shortfall[],
  shownAt: ReadonlyMap<string, readonly SourcePosition[]>,
): Annotation[] {
  const byExample = Map.groupBy(short, ({ id }) => id);
  return [...byExample].flatMap(([id, all]) => {
    const byArticle = Map.groupBy(shownAt.get(id) ?? [], ({ file }) => file);
    const why = all
      .flatMap(each =>
        each.problems.slice(0, 1).map(problem => `${headline(each)}: ${location(problem)} ${problem.title}`),
      )
      .join('\n');
    return [...byArticle.values()].flatMap(([first, ...others]): Annotation[] => {
      const also =
        others.length === 0
          ? undefined
          : `So ${others.length === 1 ? 'does line' : 'do lines'} ${others.map(({ line }) => line).join(', ')}.`;
      return first === undefined
        ? []
        : [{ level: 'warning', ...first, title: `This page shows ${id}`, message: [why, undefined, also] }];
    });
  });
}

function shown(level: Level, annotations: readonly Annotation[], what: string): readonly Annotation[] {
  if (annotations.length <= SHOWN_PER_LEVEL) return annotations;
  const rest = annotations.slice(SHOWN_PER_LEVEL - 1);
  const places = rest
    .map(({ file, line }) => [file, line].filter(part => part !== undefined).join(':'))
    .join('\n');
  return [
    ...annotations.slice(0, SHOWN_PER_LEVEL - 1),
    {
      level,
      title: `${rest.length} ${what}`,
      message: [`${rest.length} ${what}; the summary of the job tells them all.`, places],
    },
  ];
}

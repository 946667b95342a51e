import type { MutationScore } from '../core/contract/mutants.ts';
import { type HighlightScore, highlightScores, type JudgedFigure } from '../core/omission/highlight-score.ts';
import { highlightProblem } from '../core/omission/highlight-problem.ts';
import { paint, textProblem } from './text.ts';

/** Mutation scores by example id → text: allowed and wrongly accepted mutants, then one line of counts. */
export function mutationReport(scores: ReadonlyMap<string, MutationScore>): string {
  const all = [...scores];
  const allowed = all.flatMap(([id, score]) => allowedMutants(id, score));
  const blind = all
    .filter(([, { rejected }]) => rejected === 0)
    .map(([id]) => `${paint('red', 'blind')} ${id}: under its contract nothing can fail.`);
  const wrong = all.flatMap(([id, { wronglyAccepted }]) =>
    wronglyAccepted.map(({ name }) => `${paint('red', 'wrongly accepted')} ${id}: ${name}`),
  );
  return `${[...allowed, ...blind, ...wrong, countMutants([...scores.values()])].join('\n')}\n`;
}

function allowedMutants(id: string, { rejected, allowed, wronglyAccepted }: MutationScore): string[] {
  if (allowed.length === 0) return [];
  const all = rejected + allowed.length + wronglyAccepted.length;
  return [
    `${id} allows ${allowed.length} of ${all}:`,
    ...allowed.map(({ name, allowed: why }) => `  ${name}: ${why}`),
  ];
}

function countMutants(scores: readonly MutationScore[]): string {
  const rejected = scores.reduce((sum, score) => sum + score.rejected, 0);
  const allowed = scores.flatMap(score => score.allowed).length;
  const wrong = scores.flatMap(score => score.wronglyAccepted).length;
  const percent = rejected + wrong === 0 ? 0 : (100 * rejected) / (rejected + wrong);
  return [
    `Mutation check: ${rejected + allowed + wrong} mutants of ${scores.length} recordings; `,
    `${rejected} rejected, ${allowed} allowed by their contracts, ${wrong} wrongly accepted: `,
    `${Number(percent.toFixed(2))} % of what changes the meaning is rejected.`,
  ].join('');
}

const COLUMNS = {
  lines: 'lines',
  matter: 'matter',
  variant: 'by a variant',
  because: 'by because',
  contract: 'contract',
  unanswered: 'unanswered',
} as const satisfies Record<keyof HighlightScore, string>;

/** Judged figures → the problems, a table with a row for each article, and one line of counts. */
export function highlightReport(figures: readonly JudgedFigure[]): string {
  const keys = Object.keys(COLUMNS) as (keyof HighlightScore)[];
  const scores = [...highlightScores(figures)];
  const width = Math.max(0, ...scores.map(([article]) => article.length));
  const row = (name: string, cells: readonly string[]): string =>
    [name.padEnd(width), ...cells.map((cell, at) => cell.padStart(COLUMNS[keys[at] ?? 'lines'].length))].join(
      '  ',
    );
  const problems = figures.flatMap(figure => highlightProblem(figure) ?? []).map(textProblem);
  const sum = (key: keyof HighlightScore): number => scores.reduce((all, [, score]) => all + score[key], 0);
  const table = [
    row('highlighted', Object.values(COLUMNS)),
    ...scores.map(([article, score]) =>
      row(
        article,
        keys.map(key => String(score[key])),
      ),
    ),
    '',
  ];
  const count = `${figures.length} ${figures.length === 1 ? 'figure' : 'figures'}`;
  return [
    ...problems.flatMap(problem => [problem, '']),
    ...(scores.length === 0 ? [] : table),
    `Highlighted lines: ${sum('lines')} in ${count}; ${sum('unanswered')} unanswered.`,
    '',
  ].join('\n');
}

import type { Problem } from '../problems/problem.ts';
import { showRanges } from '../text/lines.ts';
import { type JudgedFigure, unanswered } from './highlight-score.ts';
import { CHANGES } from './part.ts';

/** The problem of a figure that highlights lines which change nothing; undefined if it has none. */
export function highlightProblem(figure: JudgedFigure): Problem | undefined {
  const idle = unanswered(figure).map(({ part }) => part);
  if (idle.length === 0) return undefined;
  const lines = idle.flatMap(part => part.lines);
  const kept = figure.marked.filter(line => !lines.includes(line));
  const others =
    kept.length === 0
      ? 'Or remove highlight, or mark the line that matters.'
      : `Or mark only the lines that matter: highlight="${showRanges(kept)}"`;
  const [noun, verb] = lines.length === 1 ? ['line', 'matters'] : ['lines', 'matter'];
  return {
    ...figure.at,
    title: `No run shows that the highlighted ${noun} ${showRanges(lines)} of ${figure.file} ${verb}.`,
    detail: idle
      .map(({ lines: own, text, change }) => {
        const then = change === 'nothing' ? '' : ', it prints the same';
        return `    ${showRanges(own)}: ${text}\n        ${CHANGES[change]}${then}`;
      })
      .join('\n'),
    remedy: [
      'Force in the sample what it prevents, so that a run without it differs; a variant can show that.',
      'Or say for reviewers why it is marked: because="…"',
      others,
    ].join('\n'),
  };
}

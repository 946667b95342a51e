import { expect, test } from 'vitest';
import { highlightProblem } from '../../../../src/core/omission/highlight-problem.ts';
import { highlightScores, type JudgedFigure } from '../../../../src/core/omission/highlight-score.ts';
import type { JudgedPart } from '../../../../src/core/omission/judge-parts.ts';
import { highlightReport } from '../../../../src/report/mutation.ts';
import { stripVTControlCharacters } from 'node:util';

function judged(verdict: JudgedPart['verdict'], lines: readonly number[], text = 'a()'): JudgedPart {
  return { verdict, part: { lines, text, change: 'out', edits: [], flags: [] } };
}

function figure(parts: readonly JudgedPart[], others: Partial<JudgedFigure> = {}): JudgedFigure {
  const lines = parts.flatMap(({ part }) => part.lines);
  return {
    at: { file: 'content/advanced/locks.mdx', line: 12, column: 30 },
    file: 'examples/locks/account.py',
    marked: lines,
    contract: [],
    parts,
    ...others,
  };
}

const MIXED = figure([
  judged('matters', [7, 8]),
  judged('idle', [10], 'with lock:'),
  judged('variant', [12]),
]);

test('lines of an article are counted by what is known of them', () => {
  const answered = figure([judged('idle', [20, 21]), judged('matters', [23])], {
    because: 'it shows the form',
    contract: [3],
  });
  expect([...highlightScores([MIXED, answered])]).toEqual([
    [
      'content/advanced/locks.mdx',
      { lines: 8, matter: 3, variant: 1, because: 2, contract: 1, unanswered: 1 },
    ],
  ]);
});

test('a line that matters, or that is answered, is no problem', () => {
  expect(highlightProblem(figure([judged('matters', [7]), judged('variant', [8])]))).toBeUndefined();
  expect(highlightProblem(figure([judged('idle', [7])], { because: 'it shows the form' }))).toBeUndefined();
});

test('the remedy counts lines as the article does, and keeps those that matter', () => {
  expect(highlightProblem(MIXED)).toMatchInlineSnapshot(`
    {
      "column": 30,
      "detail": "    10: with lock:
            without it, it prints the same",
      "file": "content/advanced/locks.mdx",
      "line": 12,
      "remedy": "Force in the sample what it prevents, so that a run without it differs; a variant can show that.
    Or say for reviewers why it is marked: because="…"
    Or mark only the lines that matter: highlight="7-8,12"",
      "title": "No run shows that the highlighted line 10 of examples/locks/account.py matters.",
    }
  `);
});

test('if no line matters, the remedy keeps none', () => {
  expect(highlightProblem(figure([judged('idle', [7]), judged('idle', [9])]))?.remedy).toMatchInlineSnapshot(`
    "Force in the sample what it prevents, so that a run without it differs; a variant can show that.
    Or say for reviewers why it is marked: because="…"
    Or remove highlight, or mark the line that matters."
  `);
});

test('a report has the problems, a row for each article, and the sum', () => {
  expect(stripVTControlCharacters(highlightReport([MIXED]))).toMatchInlineSnapshot(`
    "content/advanced/locks.mdx:12:30  No run shows that the highlighted line 10 of examples/locks/account.py matters.
        10: with lock:
            without it, it prints the same
    Force in the sample what it prevents, so that a run without it differs; a variant can show that.
    Or say for reviewers why it is marked: because="…"
    Or mark only the lines that matter: highlight="7-8,12"

    highlighted                 lines  matter  by a variant  by because  contract  unanswered
    content/advanced/locks.mdx      4       2             1           0         0           1

    Highlighted lines: 4 in 1 figure; 1 unanswered.
    "
  `);
});

test('where nothing is highlighted, a report has no table', () => {
  expect(highlightReport([])).toBe('Highlighted lines: 0 in 0 figures; 0 unanswered.\n');
});

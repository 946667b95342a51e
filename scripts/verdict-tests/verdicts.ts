import { resolve } from 'node:path';
import { inject, test } from 'vitest';
import type { LedgerEntry } from '../../src/core/ledger/ledger.ts';
import type { Problem, SourcePosition } from '../../src/core/problems/problem.ts';
import { pythonName } from '../../src/core/python-version.ts';
import { escapeForTerminal } from '../../src/report/text/escape-for-terminal.ts';

const { ledger, shownAt, short } = inject('verdicts');

test.for(ledger.entries.map((entry, index) => [nameOf(entry), entry, short.includes(index)] as const))(
  '%s',
  async ([, entry, fallsShort], { skip, annotate }) => {
    if (entry.note !== undefined) await annotate(escapeForTerminal(entry.note), 'note');
    if (entry.verdict === 'skipped' && !fallsShort)
      skip(entry.problems.map(({ title }) => escapeForTerminal(title)).join(' '));
    if (fallsShort) throw await failure(entry.verdict, entry.problems, shownAt[entry.id] ?? []);
  },
);

test.for(ledger.problems.map(problem => [problem.file, problem] as const))('%s', async ([, problem]) => {
  throw await failure('problem', [problem], []);
});

function nameOf({ id, python, gil = true }: LedgerEntry): string {
  return escapeForTerminal(
    python === undefined ? id : `${id}, CPython ${pythonName({ version: python, gil })}`,
  );
}

/** An error whose stack names the line of the example and the articles that show it, instead of this file. */
async function failure(
  name: string,
  problems: readonly Problem[],
  articles: readonly SourcePosition[],
): Promise<Error> {
  const error = new Error(
    problems
      .map(({ title, detail, remedy }) =>
        escapeForTerminal([title, detail, remedy].filter(Boolean).join('\n')),
      )
      .join('\n\n'),
  );
  error.name = name;
  const places = [...problems, ...articles].map(({ file, line = 1, column = 1 }) => ({
    path: resolve(file),
    line,
    column,
  }));
  error.stack = [
    `${name}: ${error.message}`,
    ...places.map(({ path, line, column }) => `    at ${path}:${line}:${column}`),
  ].join('\n');
  // Vitest shows the code around a line only of modules that are loaded.
  for (const { path } of places) await import(/* @vite-ignore */ `${path}?raw`);
  return error;
}

import { resolve } from 'node:path';
import { inject, test } from 'vitest';
import {
  entryName,
  type Ledger,
  type LedgerEntry,
  shortfalls,
  shownId,
} from '../../src/core/ledger/ledger.ts';
import type { Problem, SourcePosition } from '../../src/core/problems/problem.ts';
import { pythonName } from '../../src/core/python-version.ts';
import { escapeForTerminal, escapeLine } from '../../src/report/text.ts';

declare module 'vitest' {
  interface ProvidedContext {
    verdicts: {
      readonly ledger: Ledger;
      readonly strict: boolean;
      /** Where articles show each example, by its id. */
      readonly shownAt: Readonly<Record<string, readonly SourcePosition[]>>;
    };
  }
}

const { ledger, strict, shownAt } = inject('verdicts');
const short = new Set(shortfalls(ledger, strict));

test.for(ledger.entries.map(entry => [nameOf(entry), entry] as const))(
  '%s',
  async ([, entry], { skip, annotate }) => {
    const { verdict, problems, note } = entry;
    if (note !== undefined) await annotate(escapeForTerminal(note), 'note');
    if (short.has(entry)) throw await failure(verdict, problems, shownAt[shownId(entry)] ?? []);
    if (verdict === 'skipped') skip(problems.map(({ title }) => escapeForTerminal(title)).join(' '));
  },
);

test.for(ledger.problems.map(problem => [escapeLine(problem.file), problem] as const))(
  '%s',
  async ([, problem]) => {
    throw await failure('problem', [problem], []);
  },
);

function nameOf({ python, gil = true, ...entry }: LedgerEntry): string {
  const own = entryName(entry);
  const name = python === undefined ? own : `${own}, CPython ${pythonName({ version: python, gil })}`;
  return escapeLine(name);
}

/** An error whose stack names the line of the example and the articles that show it, instead of this file. */
async function failure(
  name: string,
  problems: readonly Problem[],
  articles: readonly SourcePosition[],
): Promise<Error> {
  const texts = problems.map(({ title, detail, remedy }) =>
    [title, detail, remedy].filter(Boolean).join('\n'),
  );
  const error = new Error(texts.map(escapeForTerminal).join('\n\n'));
  error.name = name;
  error.stack = `${name}: ${error.message}`;
  for (const { file, line = 1, column = 1 } of [...problems, ...articles]) {
    const path = resolve(file);
    error.stack += `\n    at ${path}:${line}:${column}`;
    // Vitest shows the code around a line only of modules that are loaded.
    await import(/* @vite-ignore */ `${path}?raw`);
  }
  return error;
}

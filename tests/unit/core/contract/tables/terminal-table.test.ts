import { describe, expect, test } from 'vitest';
import { contractSentence } from '../../../../../src/core/contract/contract-schema.ts';
import { showsStderr } from '../../../../../src/core/contract/tables/expected-exit.ts';
import { terminalSize } from '../../../../../src/core/contract/tables/terminal-table.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { contractOf, problemsOf, sourceOf } from '../../../../fixtures/examples.ts';

describe('a terminal', () => {
  test.for([
    ['true', { columns: 72, rows: 24 }],
    ['{}', { columns: 72, rows: 24 }],
    ['{ columns = 40 }', { columns: 40, rows: 24 }],
    ['{ rows = 10 }', { columns: 72, rows: 10 }],
  ] as const)('%s has a size', ([written, size]) => {
    const terminal =
      written === 'true'
        ? true
        : Object.fromEntries(
            [...written.matchAll(/(\w+) = (\d+)/g)].map(([, name, value]) => [name, Number(value)]),
          );
    expect(terminalSize(contractOf({ terminal }))).toEqual(size);
  });

  test('is there only where a contract asks for one', () => {
    expect(terminalSize(contractOf())).toBeUndefined();
    expect(terminalSize(contractOf({ color: true }))).toBeUndefined();
  });

  test('is said to readers', () => {
    expect(contractSentence(contractOf({ terminal: { columns: 40 } }), en.promise)).toBe(
      'Terminal, 40 columns wide, as it is at the end.',
    );
  });

  test('has one output, so a traceback is part of that', () => {
    expect(showsStderr(contractOf({ terminal: true, raises: 'ValueError' }))).toBe(false);
    expect(showsStderr(contractOf({ raises: 'ValueError' }))).toBe(true);
  });

  test.for([
    ['terminal = true\nstderr = false', 'A terminal shows stdout and stderr as one output'],
    ['terminal = true\ntimeline = true', 'A timeline has each line when it is printed'],
    ['terminal = true\nenv = { LINES = "9" }', 'env.LINES: a terminal has its size from its own key.'],
  ] as const)('contradicts %j', ([table, title]) => {
    const [problem, ...others] = problemsOf(sourceOf(table));
    expect(problem?.title).toContain(title);
    expect(problem?.line).toBe(4);
    expect(others).toEqual([]);
  });

  test.for([
    'order = "any"',
    'hangs = true',
    'color = false',
    'raises = "ValueError"',
    'env = { TERM = "dumb" }',
  ])('goes with %s', table => {
    expect(problemsOf(sourceOf(`terminal = true\n${table}`))).toEqual([]);
  });
});

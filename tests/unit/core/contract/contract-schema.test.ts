import { describe, expect, test } from 'vitest';
import { CONTRACT_ENTRIES, contractSchema } from '../../../../src/core/contract/contract-schema.ts';
import { expectedExit, showsStderr } from '../../../../src/core/contract/tables/expected-exit.ts';
import { contractOf, problemsOf, sourceOf } from '../../../fixtures/examples.ts';

test('the schema has the keys of the table, each with its description', () => {
  expect(Object.entries(contractSchema.shape).map(([key, { description }]) => [key, description])).toEqual(
    CONTRACT_ENTRIES.map(([key, { description }]) => [key, description]),
  );
});

describe('a line that a message offers to paste is right:', () => {
  test.for(CONTRACT_ENTRIES.flatMap(([key, { examples }]) => examples.map(value => `${key} = ${value}`)))(
    '%s',
    line => {
      expect(problemsOf(sourceOf(line, 'with lock:\n    print("hello")'))).toEqual([]);
    },
  );
});

describe('stderr is part of the output', () => {
  test.for([
    [{}, false],
    [{ stderr: true }, true],
    [{ stderr: false }, false],
    [{ raises: 'ValueError' }, true],
    [{ exit: 3 }, false],
  ] as const)('under %j: %j', ([table, expected]) => {
    expect(showsStderr(contractOf(table))).toBe(expected);
  });
});

describe('the exit code that is expected', () => {
  test.for([
    [{}, 0],
    [{ exit: 3 }, 3],
    [{ raises: 'ValueError' }, 1],
    [{ exit: 0, stderr: true }, 0],
  ] as const)('under %j is %i', ([table, expected]) => {
    expect(expectedExit(contractOf(table))).toBe(expected);
  });
});

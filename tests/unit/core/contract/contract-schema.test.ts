import { describe, expect, test } from 'vitest';
import { expectedExit, showsStderr } from '../../../../src/core/contract/contract-schema.ts';
import { contractOf } from '../../../fixtures/examples.ts';

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

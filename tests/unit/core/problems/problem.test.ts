import { expect, test } from 'vitest';
import { EXIT, location, ProblemError } from '../../../../src/core/problems/problem.ts';

test.for([
  [{ file: 'a.py' }, 'a.py'],
  [{ file: 'a.py', line: 3 }, 'a.py:3'],
  [{ file: 'a.py', line: 3, column: 7 }, 'a.py:3:7'],
  // A column without a line names no place.
  [{ file: 'a.py', column: 7 }, 'a.py'],
] as const)('%j is written %j', ([place, text]) => {
  expect(location(place)).toBe(text);
});

test('a ProblemError names every problem and ends a command with 1 unless it has another code', () => {
  const problems = [
    { file: 'a.py', line: 3, title: 'First.' },
    { file: 'b.py', title: 'Second.' },
  ];
  expect(new ProblemError(problems).message).toBe('a.py:3 First.\nb.py Second.');
  expect(new ProblemError(problems).exitCode).toBe(1);
  expect(new ProblemError(problems, EXIT.noPython).exitCode).toBe(3);
});

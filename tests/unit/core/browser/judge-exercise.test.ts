import { expect, test } from 'vitest';
import { judgeExercise } from '../../../../src/core/browser/judge-exercise.ts';
import type { ReaderVerdict } from '../../../../src/core/browser/judge-reader-run.ts';
import type { ReaderContract, ReaderRun } from '../../../../src/core/browser/reader-run.ts';

const CONTRACT: ReaderContract = { order: 'exact', mask: [], exit: 0, showsStderr: false };
const START: ReaderRun = {
  id: 'topic/name_start',
  sample: { entry: 'name_start.py', files: {}, args: [], env: {}, stdin: '' },
  contract: CONTRACT,
  recording: { out: 'as the start prints it\n' },
  python: '3.14.2',
  pyodide: '314.0.7',
};

function judged(
  aim: string,
  out: string,
  contract: Partial<ReaderContract> = {},
  { err = '', exit = 0 } = {},
): ReaderVerdict {
  const task = { id: 'topic/name', contract: { ...CONTRACT, ...contract }, recording: { out: aim } };
  return judgeExercise(START, task, { out, err, exit });
}

const RIGHT = 'Right: it prints what the solution prints.';

test('a version is right if it prints what the solution prints', () => {
  expect(judged('a\nb\n', 'a\nb\n')).toEqual({ kind: 'same', words: RIGHT });
});

test('a version is right in each order that the contract of the solution permits, and in no other', () => {
  expect(judged('a\nb\n', 'b\na\n', { order: 'any' })).toEqual({ kind: 'permitted', words: RIGHT });
  expect(judged('a\nb\n', 'b\na\n').kind).toBe('different');
});

test('what the start itself prints is not right', () => {
  expect(judged('a\n', START.recording.out)).toMatchObject({
    kind: 'different',
    words: expect.stringMatching(/^Not yet/),
  });
});

test.for([
  ['a line is another one', 'a\nb\nc\nd\n', 'a\nX\nc\nY\n', '-b\n+X'],
  ['lines are others', 'a\nb\nc\n', 'X\nY\nc\n', '-a\n+X'],
  ['a line is missing', 'a\nb\nc\n', 'a\nc\n', '-b\n+c'],
  ['the last line is missing', 'a\nb\n', 'a\n', '-b'],
  ['a line is between two', 'a\nc\n', 'a\nb\nc\n', '-c\n+b'],
  ['lines change their places', 'a1\nb1\na2\nb2\n', 'a1\na2\nb1\nb2\n', '-b1\n+a2'],
  ['a line is too many', 'a\n', 'a\nb\nc\n', '+b'],
  ['nothing is printed', 'a\nb\n', '', '-a'],
  ['the last line feed is missing', 'a\n', 'a', '-a\n+a\n\\ No newline at end of file'],
] as const)('only the first difference is shown, where %s', ([, aim, out, difference]) => {
  expect(judged(aim, out)).toEqual({
    kind: 'different',
    words: 'Not yet. This is the first difference.',
    difference,
    isFromSolution: true,
  });
});

test('of the rest of what the solution prints, nothing is shown', () => {
  const aim = Array.from({ length: 50 }, (_, line) => `secret ${line}\n`).join('');
  const verdict = judged(aim, 'secret 0\nwrong\n');
  expect(JSON.stringify(verdict).match(/secret \d+/g)).toEqual(['secret 1']);
});

test('an exception of the reader is an error with its line', () => {
  const err =
    'Traceback (most recent call last):\n  File "/home/a/name_start.py", line 3, in <module>\nValueError: no\n';
  expect(judged('a\n', '', {}, { err, exit: 1 })).toMatchObject({ kind: 'error', line: 3 });
});

test('an exit code that is not that of the solution is not right', () => {
  const words = 'Not yet. It ends with exit code 0; the solution ends with 3.';
  expect(judged('a\n', 'a\n', { exit: 3 })).toEqual({ kind: 'different', words });
  const other = 'Not yet. It ends with exit code 4; the solution ends with 0.';
  expect(judged('a\n', 'a\n', {}, { exit: 4 })).toEqual({ kind: 'different', words: other });
});

test('error output is not right where the solution has none', () => {
  expect(judged('a\n', 'a\n', {}, { err: 'careful\n' })).toMatchObject({
    kind: 'different',
    words: expect.stringMatching(/^Not yet/),
  });
});

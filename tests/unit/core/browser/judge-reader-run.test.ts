import { expect, test } from 'vitest';
import { judgeReaderRun, type ReaderVerdict } from '../../../../src/core/browser/judge-reader-run.ts';
import type { ReaderContract, ReaderRun } from '../../../../src/core/browser/reader-run.ts';

const NAME = 'main.py';

function judged(
  recorded: string,
  out: string,
  contract: Partial<ReaderContract> = {},
  ended: { exit?: number; err?: string; recordedErr?: string } = {},
): ReaderVerdict {
  const run: ReaderRun = {
    id: 'topic/name',
    sample: { entry: NAME, files: {}, args: [], env: {}, stdin: '' },
    contract: { order: 'exact', mask: [], exit: 0, showsStderr: false, ...contract },
    recording: { out: recorded, err: ended.recordedErr },
    python: '3.14.2',
    pyodide: '314.0.7',
  };
  return judgeReaderRun(run, { out, err: ended.err ?? '', exit: ended.exit ?? 0 });
}

const raised = (exception: string, line: number): string =>
  [
    'Traceback (most recent call last):',
    `  File "/home/sample/${NAME}", line 2, in <module>`,
    '    f()',
    `  File "/home/sample/${NAME}", line ${line}, in f`,
    '    int("a")',
    '  File "/lib/python314/other.py", line 99, in g',
    `${exception}: bad`,
    '',
  ].join('\n');

test('the recorded bytes are the same output', () => {
  expect(judged('a\nb\n', 'a\nb\n')).toEqual({ kind: 'same', words: 'The same output.' });
  expect(judged('', '')).toMatchObject({ kind: 'same' });
  // Not even a mask or an order makes less of equal bytes.
  expect(judged('1.5 s\nb\n', '1.5 s\nb\n', { mask: ['duration'], order: 'any' }).kind).toBe('same');
});

test('a measured value may differ, within its bounds alone', () => {
  const words = 'The same in all that the contract promises: what varies differs.';
  expect(judged('took 1.5 s\n', 'took 2 s\n', { mask: ['duration'] })).toEqual({ kind: 'permitted', words });
  const mask = [{ name: 'ratio', pattern: String.raw`(\d) times`, min: 2, max: 4 }];
  expect(judged('3 times\n', '4 times\n', { mask })).toEqual({ kind: 'permitted', words });
  expect(judged('3 times\n', '5 times\n', { mask })).toEqual({
    kind: 'different',
    words: 'Another output: line 1: ratio is 5, above its max 4.',
  });
});

test('another order is permitted as far as the contract permits it', () => {
  const permitted = { kind: 'permitted', words: 'Another order, which the contract permits.' };
  expect(judged('a\nb\n', 'b\na\n', { order: 'any' })).toEqual(permitted);
  expect(judged('a\nb\n', 'b\na\n')).toMatchObject({ kind: 'different', words: 'Another output.' });
  const order = { stages: ['start *', 'end *'] };
  expect(judged('start 1\nstart 2\nend 1\n', 'start 2\nstart 1\nend 1\n', { order })).toEqual(permitted);
  expect(judged('start 1\nend 1\n', 'end 1\nstart 1\n', { order }).kind).toBe('different');
  const both = judged('a 1 s\nb 2 s\n', 'b 9 s\na 8 s\n', { order: 'any', mask: ['duration'] });
  expect(both.words).toBe('Another order, which the contract permits, and what varies differs.');
});

test('another output comes with its difference', () => {
  expect(judged('a\nb\n', 'a\nc\n')).toEqual({
    kind: 'different',
    words: 'Another output.',
    difference: ' a\n-b\n+c',
  });
  expect(judged('a\n', 'a')).toMatchObject({ kind: 'different' });
  expect(judged('a\n', '')).toMatchObject({ difference: '-a' });
});

test('an exception that the page has not is an error, with the line of the sample', () => {
  expect(judged('a\n', 'a\n', {}, { exit: 1, err: raised('ValueError', 7) })).toEqual({
    kind: 'error',
    words: 'It ended with ValueError.',
    exception: 'ValueError',
    line: 7,
  });
  const unreadable = `  File "/home/sample/${NAME}", line 3\n    x =\n       ^\nSyntaxError: invalid syntax\n`;
  expect(judged('a\n', '', {}, { exit: 1, err: unreadable })).toMatchObject({
    kind: 'error',
    exception: 'SyntaxError',
    line: 3,
  });
});

test('an exception that the contract promises is compared like any other output', () => {
  const contract = { exit: 1, showsStderr: true };
  const recordedErr = raised('ValueError', 7);
  const ended = { exit: 1, recordedErr };
  expect(judged('', '', contract, { ...ended, err: recordedErr }).kind).toBe('same');
  const moved = judged('', '', contract, { ...ended, err: raised('ValueError', 8) });
  expect(moved).toMatchObject({ kind: 'different', words: 'Another output.' });
  expect(judged('', '', contract, { ...ended, err: raised('KeyError', 7) })).toMatchObject({
    kind: 'error',
    exception: 'KeyError',
  });
  const mended = judged('', 'fine\n', contract, { exit: 0, recordedErr });
  expect(mended.words).toBe('It ended without an error; the page’s run ended with exit code 1.');
  expect(mended).toMatchObject({ kind: 'different', difference: expect.stringContaining('+fine') });
});

test('an exit code alone can be the error', () => {
  const words = 'It ended with exit code 3; the page’s run ended with 0.';
  expect(judged('a\n', 'a\n', {}, { exit: 3, err: 'sorry\n' })).toEqual({ kind: 'error', words });
  expect(judged('a\n', 'a\n', { exit: 3 }, { exit: 3 }).kind).toBe('same');
});

test('error output that no contract declares is not the same', () => {
  expect(judged('a\n', 'a\n', {}, { err: 'SyntaxWarning\n' })).toEqual({
    kind: 'different',
    words: 'The same output, and error output that the page’s run has not.',
  });
  const declared = { err: 'log b\n', recordedErr: 'log a\n' };
  expect(judged('a\n', 'a\n', { showsStderr: true }, declared)).toMatchObject({
    difference: '-log a\n+log b',
  });
});

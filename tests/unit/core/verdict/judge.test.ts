import { describe, expect, test } from 'vitest';
import { judge } from '../../../../src/core/verdict/judge.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';
import { CPYTHON, exampleOf, recordingOf, runOf, sourceOf } from '../../../fixtures/examples.ts';

const FILE = 'examples/topic/sample.py';
const OUT = 'examples/topic/sample.out';
const seen = ({ kind, problem }: Verdict): unknown => ({ kind, problem });

describe('verified is a run', () => {
  test('that printed the recording', () => {
    const run = runOf({ stdout: 'a\n' });
    expect(judge(exampleOf(), run, recordingOf('a\n'))).toEqual({ kind: 'verified' });
  });

  test('that differs from it in what the contract permits', () => {
    const example = exampleOf(sourceOf('order = "any"\nmask = ["pid"]\nstderr = true'));
    expect(
      judge(example, runOf({ stdout: 'b\na pid 2\n', stderr: 'x\n' }), recordingOf('a pid 1\nb\n', 'x\n'))
        .kind,
    ).toBe('verified');
  });

  test('that printed nothing where nothing was recorded', () => {
    expect(judge(exampleOf(), runOf(), recordingOf('')).kind).toBe('verified');
  });

  test('whose measured number means nothing because it was disturbed', () => {
    const example = exampleOf(
      sourceOf("mask = [{ name = 'ratio', pattern = '(.*) times', min = 1.5 }]\ncores = 2"),
    );
    expect(
      judge(example, runOf({ stdout: '1.0 times\n', underContention: true }), recordingOf('2.0 times\n'))
        .kind,
    ).toBe('verified');
    expect(judge(example, runOf({ stdout: '1.0 times\n' }), recordingOf('2.0 times\n')).kind).toBe('drifted');
  });
});

describe('drifted is a run', () => {
  test('that printed something else: the place in the recording, and the difference', () => {
    expect(seen(judge(exampleOf(), runOf({ stdout: 'a\nB\n' }), recordingOf('a\nb\n')))).toEqual({
      kind: 'drifted',
      problem: {
        file: FILE,
        title: `Output differs from the recording, ${OUT}:2`,
        detail: ' a\n-b\n+B',
        remedy: 'If it is right now, accept it: npm run record -- topic/sample',
      },
    });
  });

  test('that printed another error output', () => {
    expect(
      judge(exampleOf(sourceOf('stderr = true')), runOf({ stderr: 'B\n' }), recordingOf('', 'b\n')).problem,
    ).toMatchObject({
      title: 'Error output differs from the recording, examples/topic/sample.err:1',
      detail: '-b\n+B',
    });
  });

  test('whose error output is no longer promised', () => {
    expect(seen(judge(exampleOf(), runOf({ stdout: 'a\n' }), recordingOf('a\n', 'b\n')))).toMatchObject({
      kind: 'drifted',
      problem: {
        title: 'Error output differs from the recording, examples/topic/sample.err:1',
        detail: '-b',
      },
    });
  });

  test('whose error output came in another order, which is promised of stdout alone', () => {
    expect(
      judge(
        exampleOf(sourceOf('order = "any"\nstderr = true')),
        runOf({ stdout: 'a\nb\n', stderr: '2\n1\n' }),
        recordingOf('a\nb\n', '1\n2\n'),
      ).kind,
    ).toBe('drifted');
  });

  test('that measured a number outside its bounds', () => {
    const source = sourceOf("mask = [{ name = 'seconds', pattern = 'in (.*) s', min = 1.9, max = 4 }]");
    expect(
      seen(judge(exampleOf(source), runOf({ stdout: 'in 4.5 s\n' }), recordingOf('in 2.0 s\n'))),
    ).toEqual({
      kind: 'drifted',
      problem: {
        file: FILE,
        line: 3,
        column: 3,
        title: 'Output, line 1: seconds is 4.5, above its max 4.',
        remedy: 'What the page claims did not happen in this run: mend the sample, or the bounds.',
      },
    });
  });
});

describe('unrecorded is a run', () => {
  const REMEDY = 'Accept its output: npm run record -- topic/sample';

  test('without a recording', () => {
    expect(seen(judge(exampleOf(), runOf(), undefined))).toEqual({
      kind: 'unrecorded',
      problem: { file: FILE, title: 'Its output was never recorded.', remedy: REMEDY },
    });
  });

  test('whose recording has no receipt', () => {
    expect(seen(judge(exampleOf(), runOf({ stdout: 'a\n' }), { out: 'a\n' }))).toEqual({
      kind: 'unrecorded',
      problem: {
        file: OUT,
        title: 'The recording has no receipt, so nothing says that a run printed it.',
        remedy: REMEDY,
      },
    });
  });

  test('whose recording was edited by hand, even to what it prints', () => {
    expect(seen(judge(exampleOf(), runOf({ stdout: 'A\n' }), { ...recordingOf('a\n'), out: 'A\n' }))).toEqual(
      {
        kind: 'unrecorded',
        problem: {
          file: OUT,
          title:
            'The recording was edited or cut short, not recorded: its digest is not the one in its receipt.',
          remedy: 'Record what the program prints: npm run record -- topic/sample',
        },
      },
    );
  });
});

describe('failed is a run', () => {
  test('under a contract that does not fit the recording', () => {
    expect(
      seen(
        judge(exampleOf(sourceOf('mask = ["pid", "uuid"]')), runOf({ stdout: 'a\n' }), recordingOf('a\n')),
      ),
    ).toEqual({
      kind: 'failed',
      problem: {
        file: FILE,
        line: 3,
        column: 3,
        title: 'The contract does not fit the recording: the mask "pid" matches nothing in the output.',
        detail: '    the mask "uuid" matches nothing in the output',
        remedy:
          'Mend the contract in the metadata block; or, if the contract is right, record anew: npm ' +
          'run record -- topic/sample',
      },
    });
  });

  test.for([
    [
      'that exited with another code',
      'exit = 0',
      runOf({ stdout: 'a\n', exitCode: 3 }),
      'Exit code 3, expected 0.',
    ],
    [
      'that wrote to stderr undeclared',
      'exit = 0',
      runOf({ stdout: 'a\n', stderr: 'b\n' }),
      'It wrote to stderr, which its contract does not declare.',
    ],
    [
      'that raised another exception',
      'raises = "ValueError"',
      runOf({ exitCode: 1, stderr: 'Traceback (most recent call last):\nKeyError: 1\n' }),
      'It was to end with an uncaught ValueError, and ended with KeyError.',
    ],
    [
      'that did not raise',
      'raises = "ValueError"',
      runOf(),
      'It was to end with an uncaught ValueError, and exited with code 0.',
    ],
    [
      'that printed a NUL',
      'exit = 0',
      runOf({ stdout: 'a\n\0' }),
      'It wrote a NUL character to stdout, in line 2, column 1.',
    ],
    [
      'that printed what is not UTF-8',
      'exit = 0',
      runOf({ stdout: Buffer.from([0xff]) }),
      'What it wrote to stdout is not UTF-8.',
    ],
    [
      'that took another time',
      'elapsed = { min = 1.9 }',
      runOf({ stdout: 'a\n' }),
      'It took 0.10 s; its contract says at least 1.9 s.',
    ],
    [
      'that printed too much',
      'exit = 0',
      runOf({ ending: 'output-limit' }),
      'It printed more than 1 MB, which no page can hold.',
    ],
    [
      'that was killed',
      'exit = 0',
      runOf({ ending: 'signalled', signal: 'SIGKILL' }),
      'The process was ended by SIGKILL.',
    ],
    [
      'that left processes behind',
      'exit = 0',
      runOf({ stdout: 'a\n', leftBehind: ['sleep 60'] }),
      'The sample has ended; `sleep 60`, which it started, has not.',
    ],
  ] as const)('%s', ([, table, run, title]) => {
    expect(judge(exampleOf(sourceOf(table)), run, recordingOf('a\n'))).toMatchObject({
      kind: 'failed',
      problem: { title },
    });
  });

  test('even where nothing was recorded yet', () => {
    expect(judge(exampleOf(), runOf({ exitCode: 3 }), undefined).kind).toBe('failed');
  });
});

test('timed out is a run that did not end in time', () => {
  expect(judge(exampleOf(), runOf({ ending: 'timed-out' }), recordingOf('a\n'))).toMatchObject({
    kind: 'timed-out',
    problem: { title: 'Still running after 10 s.' },
  });
});

describe('of several interpreters, a problem and its remedy name the one that ran:', () => {
  const telling = { named: true, pythonOption: '3.13t' };
  const run = runOf({ stdout: 'b\n', interpreter: { ...CPYTHON, gil: false } });

  test('another output than the recording for all', () => {
    expect(judge(exampleOf(), run, recordingOf('a\n'), telling).problem).toMatchObject({
      python: 'CPython 3.13.0 free-threaded',
      title: 'Output differs from the recording, examples/topic/sample.out:1',
      remedy: 'If it is right for this version, accept it: npm run record -- topic/sample --python 3.13t',
    });
  });

  test('another output than the recording of its version', () => {
    expect(judge(exampleOf(), run, { ...recordingOf('a\n'), tag: '3.13t' }, telling).problem).toMatchObject({
      python: 'CPython 3.13.0 free-threaded',
      title: 'Output differs from the recording, examples/topic/sample.3.13t.out:1',
    });
    expect(
      judge(exampleOf(), run, { ...recordingOf('a\n'), out: 'b\n', tag: '3.13t' }, telling).problem,
    ).toMatchObject({
      file: 'examples/topic/sample.3.13t.out',
      remedy: 'Record what the program prints: npm run record -- topic/sample --python 3.13t',
    });
  });

  test('a failure', () => {
    expect(judge(exampleOf(), { ...run, exitCode: 3 }, recordingOf('a\n'), telling).problem).toMatchObject({
      python: 'CPython 3.13.0 free-threaded',
      title: 'Exit code 3, expected 0; and output differs from examples/topic/sample.out:1.',
    });
  });

  test('another exit code and another output, in one message', () => {
    expect(judge(exampleOf(), { ...run, exitCode: 3 }, recordingOf('a\n')).problem).toEqual({
      file: 'examples/topic/sample.py',
      line: undefined,
      title: 'Exit code 3, expected 0; and output differs from examples/topic/sample.out:1.',
      detail: '-a\n+b',
      remedy:
        'Mend it, or declare it at the top of the file:\n' +
        '# /// script\n# [tool.verbatim]\n# exit = 3\n# ///\n' +
        'Then accept the output, if it is right: npm run record -- topic/sample',
    });
    expect(judge(exampleOf(), { ...run, exitCode: 3 }, recordingOf('b\n')).problem?.title).toBe(
      'Exit code 3, expected 0.',
    );
  });

  test('unasked, only its name', () => {
    expect(judge(exampleOf(), run, undefined, { named: true }).problem).toMatchObject({
      title: 'Its output was never recorded.',
      remedy: 'Accept its output: npm run record -- topic/sample',
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../src/core/problems/problem.ts';
import type { Run } from '../../../../src/core/verdict/run.ts';
import { outcome } from '../../../../src/core/verdict/run-outcome.ts';
import { exampleOf, runOf, sourceOf } from '../../../fixtures/examples.ts';

const FILE = 'examples/topic/sample.py';
const problem = (table: string, run: Run): Problem | undefined =>
  outcome(exampleOf(sourceOf(table)), run).problems?.[0];

const TRACEBACK = `Traceback (most recent call last):
  File "sample.py", line 9, in <module>
    main()
    ~~~~^^
  File "sample.py", line 7, in main
    json.loads("")
  File "/usr/lib/python3.13/json/decoder.py", line 363, in raw_decode
    raise JSONDecodeError("Expecting value", s, err.value) from None
json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
`;

describe('what a run printed', () => {
  test('is its stdout where stderr is no part of the output', () => {
    expect(outcome(exampleOf(), runOf({ stdout: 'é\n' })).value).toEqual({
      out: 'é\n',
      underContention: false,
    });
  });

  test('is both streams where stderr is', () => {
    expect(
      outcome(exampleOf(sourceOf('stderr = true')), runOf({ stdout: 'a\n', stderr: 'b\n' })).value,
    ).toEqual({ out: 'a\n', err: 'b\n', underContention: false });
  });

  test('has a traceback in it where an exception was to be raised', () => {
    expect(
      outcome(
        exampleOf(sourceOf('raises = "json.decoder.JSONDecodeError"')),
        runOf({ exitCode: 1, stderr: TRACEBACK }),
      ).value?.err,
    ).toBe(TRACEBACK);
  });
});

describe('a run that did not end by itself:', () => {
  test('it timed out, and its threads stood somewhere', () => {
    expect(
      problem(
        'timeout = 3',
        runOf({
          ending: 'timed-out',
          exitCode: undefined,
          signal: 'SIGKILL',
          stacks: 'Thread 0x1 (most recent call first):\n  File "sample.py", line 1 in <module>',
        }),
      ),
    ).toEqual({
      file: FILE,
      line: 1,
      title: 'Still running after 3 s.',
      detail:
        'Where its threads stood:\n    The main thread, its latest call first:\n' +
        '      File "sample.py", line 1 in <module>\n        # /// script',
      remedy: 'Mend what it waits for, or give it longer, in place of timeout in line 3:\n# timeout = 30',
    });
  });

  test('it timed out, and could not be asked where its threads stood', () => {
    expect(problem('timeout = 3', runOf({ ending: 'timed-out', stdout: 'so far\n' }))).toMatchObject({
      title: 'Still running after 3 s.',
      detail: '    so far',
    });
  });

  test('it printed too much: the last lines are shown', () => {
    const stdout = Array.from({ length: 30 }, (_, line) => `line ${line + 1}\n`).join('');
    const reported = problem('exit = 0', runOf({ ending: 'output-limit', stdout }));
    expect(reported).toMatchObject({
      file: FILE,
      title: 'It printed more than 1 MB, which no page can hold.',
      remedy: 'Print less.',
    });
    expect(reported?.detail?.split('\n')).toHaveLength(20);
    expect(reported?.detail?.endsWith('\n    line 30')).toBe(true);
  });

  test('it printed one line without end: its beginning is shown', () => {
    expect(problem('exit = 0', runOf({ ending: 'output-limit', stdout: 'x'.repeat(900_000) }))?.detail).toBe(
      `    ${'x'.repeat(500)} … and 899500 more characters`,
    );
  });

  test('it was killed by a signal', () => {
    expect(
      problem('exit = 0', runOf({ ending: 'signalled', exitCode: undefined, signal: 'SIGSEGV' })),
    ).toEqual({
      file: FILE,
      title: 'The process was ended by SIGSEGV.',
      detail: undefined,
      remedy: 'An example must end by itself.',
    });
  });

  test('it left processes behind', () => {
    expect(problem('exit = 0', runOf({ leftBehind: ['/usr/bin/sleep 60'], stdout: 'a\n' }))).toEqual({
      file: FILE,
      title: 'The sample has ended; `sleep 60`, which it started, has not.',
      detail: '    a',
      remedy: 'Wait for each process that it starts: with join(), wait(), or a with block.',
    });
  });

  test.for([
    [['sleep 60', 'sleep 70'], '`sleep 60` and another process, which it started, have not.'],
    [['sleep 60', 'a', 'b', 'c'], '`sleep 60` and 3 other processes, which it started, have not.'],
    [[''], 'a process, which it started, has not.'],
    [[`sleep ${'6'.repeat(1000)}`], `\`sleep ${'6'.repeat(54)}…\`, which it started, has not.`],
    [['a\n::error::b\tc'], '`a ::error::b c`, which it started, has not.'],
    [
      ['\x1b[31ma` is all well. `\u202eb'],
      "`\\x1b[31ma' is all well. '\\u202eb`, which it started, has not.",
    ],
  ] as const)('what it left behind is named: %j', ([leftBehind, end]) => {
    expect(problem('exit = 0', runOf({ leftBehind }))?.title).toBe(`The sample has ended; ${end}`);
  });

  test.for([
    ['process-limit', 'It had more than 256 processes at a time.'],
    ['thread-limit', 'All its processes together had more than 1000 threads at a time.'],
    ['memory-limit', 'All its processes together held more than 2 GiB of memory.'],
    ['machine-memory', 'Hardly any memory of this machine was left while it ran.'],
    ['file-limit', 'It had more than 10000 files and folders at a time.'],
    ['disk-limit', 'Its files and its shared memory together had more than 64 MiB.'],
  ] as const)('it passed a limit, which is named: %s', ([ending, title]) => {
    const { remedy, ...rest } =
      problem('exit = 0', runOf({ ending, signal: 'SIGKILL', stdout: 'a\n' })) ?? {};
    expect(rest).toEqual({ file: FILE, title, detail: '    a' });
    expect(remedy).toMatch(/^[A-Z]/);
  });
});

describe('an exception that ends Python in a way of its own:', () => {
  const interrupt =
    'Traceback (most recent call last):\n  File "sample.py", line 3, in f\nKeyboardInterrupt\n';

  test.for([
    ['ended by SIGINT', { ending: 'signalled', exitCode: undefined, signal: 'SIGINT' }],
    ['as a shell reports it', { exitCode: 130 }],
  ] as const)('a KeyboardInterrupt can be declared, %s', ([, end]) => {
    const run = runOf({ ...end, stderr: interrupt });
    const declared = exampleOf(sourceOf('raises = "KeyboardInterrupt"'));
    expect(outcome(declared, run).value).toEqual({ out: '', err: interrupt, underContention: false });
    expect(problem('exit = 0', run)).toMatchObject({
      title: 'Exit code 130, expected 0: uncaught KeyboardInterrupt.',
      remedy: 'Mend it, or declare it, in place of exit in line 3:\n# raises = "KeyboardInterrupt"',
    });
  });

  test('SIGINT without the traceback is a signal like any other', () => {
    const run = runOf({ ending: 'signalled', exitCode: undefined, signal: 'SIGINT' });
    expect(problem('raises = "KeyboardInterrupt"', run)?.title).toBe('The process was ended by SIGINT.');
  });

  test('a SystemExit can be declared, with the exit code that it carries', () => {
    const stderr = 'no such file\n';
    const declared = (table: string, exitCode: number): unknown =>
      outcome(exampleOf(sourceOf(table)), runOf({ exitCode, stderr })).problems ?? 'fine';
    expect(declared('raises = "SystemExit"', 1)).toBe('fine');
    expect(declared('raises = "SystemExit"\nexit = 3', 3)).toBe('fine');
    expect(declared('raises = "SystemExit"', 3)).toMatchObject([{ title: 'Exit code 3, expected 1.' }]);
    expect(problem('raises = "SystemExit"', runOf({ exitCode: 1, stderr: TRACEBACK }))?.title).toBe(
      'It was to end with an uncaught SystemExit, and ended with json.decoder.JSONDecodeError.',
    );
  });
});

describe('a run that printed what no page can show:', () => {
  test.for([
    [
      'bytes that are not UTF-8 on stdout',
      { stdout: Buffer.from([0x61, 0xff]) },
      'What it wrote to stdout is not UTF-8.',
      'Print text, not bytes.',
    ],
    [
      'bytes that are not UTF-8 on stderr',
      { stderr: Buffer.from([0xff]) },
      'What it wrote to stderr is not UTF-8.',
      'Print text, not bytes.',
    ],
    [
      'a NUL',
      { stdout: 'a\nb\0\n' },
      'It wrote a NUL character to stdout, in line 2, column 2.',
      'Print it as repr() does: \\x00',
    ],
  ] as const)('%s', ([, printed, title, remedy]) => {
    expect(problem('stderr = true', runOf(printed))).toEqual({ file: FILE, title, remedy });
  });
});

describe('a run that exited otherwise than promised:', () => {
  test('with another code', () => {
    expect(problem('exit = 0', runOf({ exitCode: 3, stdout: 'a\n' }))).toEqual({
      file: FILE,
      line: undefined,
      title: 'Exit code 3, expected 0.',
      detail: '    a',
      remedy: 'Mend it, or declare it, in place of exit in line 3:\n# exit = 3',
    });
  });

  test('with 0 where another code was promised', () => {
    expect(problem('exit = 3', runOf())).toMatchObject({
      title: 'Exit code 0, expected 3.',
      remedy: 'Mend it, or declare it, in place of exit in line 3:\n# exit = 0',
    });
  });

  test('by an exception, at the last line of its own in the traceback', () => {
    expect(problem('exit = 0', runOf({ exitCode: 1, stderr: TRACEBACK }))).toMatchObject({
      file: FILE,
      line: 7,
      title: 'Exit code 1, expected 0: uncaught json.decoder.JSONDecodeError.',
      remedy:
        'Mend it, or declare it, in place of exit in line 3:\n# raises = "json.decoder.JSONDecodeError"',
    });
  });

  test('by an error in its syntax, which has no traceback', () => {
    const stderr = '  File "sample.py", line 6\n    def\n       ^\nSyntaxError: invalid syntax\n';
    expect(problem('exit = 0', runOf({ exitCode: 1, stderr }))).toMatchObject({
      line: 6,
      title: 'Exit code 1, expected 0: uncaught SyntaxError.',
    });
  });

  test('with another exception than promised', () => {
    expect(problem('raises = "ValueError"', runOf({ exitCode: 1, stderr: TRACEBACK }))).toMatchObject({
      title: 'It was to end with an uncaught ValueError, and ended with json.decoder.JSONDecodeError.',
      remedy:
        'Mend it, or declare it, in place of raises in line 3:\n# raises = "json.decoder.JSONDecodeError"',
    });
  });

  test('with no exception where one was promised', () => {
    expect(problem('raises = "ValueError"', runOf({ stdout: 'a\n' }))).toEqual({
      file: FILE,
      line: undefined,
      title: 'It was to end with an uncaught ValueError, and exited with code 0.',
      detail: '    a',
      remedy: 'Remove raises, or raise it.',
    });
  });

  test('with something on stderr that was not declared', () => {
    expect(problem('exit = 0', runOf({ stderr: 'sample.py:6: DeprecationWarning: old\n  old()\n' }))).toEqual(
      {
        file: FILE,
        line: undefined,
        title: 'It wrote to stderr, which its contract does not declare.',
        detail: '    sample.py:6: DeprecationWarning: old\n      old()',
        remedy: 'Silence it, or declare it as part of the output, below line 2:\n# stderr = true',
      },
    );
  });

  test('with a traceback of a thread', () => {
    const stderr =
      'Exception in thread Thread-1 (work):\nTraceback (most recent call last):\n' +
      '  File "sample.py", line 4, in work\n    1 / 0\nZeroDivisionError: division by zero\n';
    expect(problem('exit = 0', runOf({ stderr }))).toMatchObject({
      line: 4,
      title: 'It wrote to stderr, which its contract does not declare.',
    });
  });
});

describe('the exception that a traceback ends with', () => {
  const raised = (stderr: string): string | undefined =>
    problem('exit = 0', runOf({ exitCode: 1, stderr }))?.title;

  test('is the last of a chain', () => {
    expect(
      raised(
        'Traceback (most recent call last):\n  File "sample.py", line 2, in <module>\n' +
          'KeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\n' +
          'Traceback (most recent call last):\n  File "sample.py", line 4, in <module>\n' +
          'ValueError: 2\n',
      ),
    ).toBe('Exit code 1, expected 0: uncaught ValueError.');
  });

  test('may have no message', () => {
    expect(
      raised(
        'Traceback (most recent call last):\n  File "sample.py", line 2, in <module>\nKeyboardInterrupt\n',
      ),
    ).toBe('Exit code 1, expected 0: uncaught KeyboardInterrupt.');
  });

  test('is found among colours', () => {
    expect(
      raised(
        'Traceback (most recent call last):\n' +
          '  File \u001b[35m"sample.py"\u001b[0m, line \u001b[35m2\u001b[0m, in <module>\n' +
          '\u001b[1;35mValueError\u001b[0m: 2\n',
      ),
    ).toBe('Exit code 1, expected 0: uncaught ValueError.');
  });

  test('is the group, not one of its members', () => {
    expect(
      raised(
        '  + Exception Group Traceback (most recent call last):\n' +
          '  |   File "sample.py", line 1, in <module>\n' +
          '  | ExceptionGroup: many (1 sub-exception)\n  +-+---------------- 1 ----------------\n' +
          '    | Traceback (most recent call last):\n' +
          '    |   File "sample.py", line 3, in <module>\n    | ValueError: a\n' +
          '    +------------------------------------\n',
      ),
    ).toBe('Exit code 1, expected 0: uncaught ExceptionGroup.');
  });

  test('is the last one of those that rich draws in boxes', () => {
    const box = (type: string): string =>
      `╭─ Traceback (most recent call last) ─╮\n│ a.py:1 in f │\n│ ❱ 1 f()     │\n╰──────╯\n${type}: a\n`;
    const between = '\nDuring handling of the above exception, another exception occurred:\n\n';
    expect(raised(box('KeyError') + between + box('a.MyError'))).toBe(
      'Exit code 1, expected 0: uncaught a.MyError.',
    );
  });

  test('is the one that came after a group', () => {
    expect(
      raised(
        '  + Exception Group Traceback (most recent call last):\n' +
          '  |   File "sample.py", line 1, in <module>\n' +
          '  | ExceptionGroup: many (1 sub-exception)\n  +-+---------------- 1 ----------------\n' +
          '    | ValueError: a\n    +------------------------------------\n\n' +
          'During handling of the above exception, another exception occurred:\n\n' +
          'Traceback (most recent call last):\n  File "sample.py", line 4, in <module>\n' +
          'KeyError: 2\n',
      ),
    ).toBe('Exit code 1, expected 0: uncaught KeyError.');
  });
});

describe('a run that took another time than promised:', () => {
  test.for([
    [
      'elapsed = { min = 1.9 }',
      500,
      'It took 0.50 s; its contract says at least 1.9 s.',
      'Mend the sample, or the bounds, in place of elapsed in line 3:\n# elapsed = { min = 0.4 }',
    ],
    [
      'elapsed = { max = 1 }',
      2000,
      'It took 2.00 s; its contract says at most 1 s.',
      'Mend the sample, or the bounds, in place of elapsed in line 3:\n# elapsed = { max = 3 }',
    ],
  ] as const)('%s and %i ms', ([table, durationMs, title, remedy]) => {
    expect(problem(table, runOf({ durationMs }))).toEqual({ file: FILE, line: 3, column: 3, title, remedy });
  });

  test('within the bounds it is well', () => {
    expect(problem('elapsed = { min = 1.9, max = 4 }', runOf({ durationMs: 1900 }))).toBeUndefined();
    expect(problem('elapsed = { min = 1.9, max = 4 }', runOf({ durationMs: 4000 }))).toBeUndefined();
  });
});

test('how a process ended is reported before what it printed, and that before its exit code', () => {
  expect(problem('exit = 0', runOf({ ending: 'signalled', signal: 'SIGKILL', stdout: '\0' }))?.title).toBe(
    'The process was ended by SIGKILL.',
  );
  expect(problem('exit = 0', runOf({ exitCode: 3, stdout: '\0' }))?.title).toBe(
    'It wrote a NUL character to stdout, in line 1, column 1.',
  );
});

describe('an exception that comes from where samples run is not declared:', () => {
  const raised = (last: string): string | undefined =>
    problem('cores = 1', runOf({ exitCode: 1, stderr: `Traceback (most recent call last):\n${last}\n` }))
      ?.remedy;

  test('a file that is not there goes into the folder of the sample', () => {
    expect(raised("FileNotFoundError: [Errno 2] No such file or directory: 'poem.txt'")).toBe(
      [
        'A run sees the files of its own sample alone. Give the sample a folder, and put poem.txt there:',
        'mkdir examples/topic/sample && mv examples/topic/sample.py examples/topic/sample/main.py',
        'Its recording, if it has one, moves too: ' +
          'mv examples/topic/sample.out examples/topic/sample/main.out',
      ].join('\n'),
    );
  });

  test('what is typed is declared', () => {
    expect(raised('EOFError: EOF when reading a line')).toBe(
      'Nobody types here. Declare what it reads, below line 2:\n# stdin = "Ada\\n"',
    );
  });

  test('a module is of the standard library, or in the folder of the sample', () => {
    expect(raised("ModuleNotFoundError: No module named 'numpy'")).toMatch(
      /^Samples see the standard library only, .* If numpy is .* yours: Give the sample a folder, and put numpy\.py/,
    );
  });

  test.for([
    ["FileNotFoundError: [Errno 2] No such file or directory: '/etc/nothing'"],
    ["ValueError: invalid literal for int() with base 10: 'a'"],
  ])('all others may be what the sample shows: %s', ([last]) => {
    expect(raised(last as string)).toMatch(/^Mend it, or declare it, below line 2:\n# raises = "\w+"$/);
  });

  test('marks of a conflict are no mistake in the syntax alone', () => {
    const source = sourceOf('cores = 1', '<<<<<<< HEAD\nprint(1)');
    const stderr = '  File "sample.py", line 5\nSyntaxError: invalid syntax\n';
    expect(outcome(exampleOf(source), runOf({ exitCode: 1, stderr })).problems?.[0]?.remedy).toMatch(
      /^Resolve the conflict/,
    );
  });

  test('an exit code that means a signal cannot be declared', () => {
    expect(problem('exit = 0', runOf({ exitCode: 130 }))?.remedy).toMatch(/^Let it end with another code/);
  });
});

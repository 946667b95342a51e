import { describe, expect, test } from 'vitest';
import { browserReason } from '../../../../src/core/browser/browser-reason.ts';
import type { Run } from '../../../../src/core/verdict/run.ts';
import { CPYTHON, exampleOf } from '../../../fixtures/examples.ts';

function runOf(stderr: string, more: Partial<Run> = {}): Run {
  return {
    interpreter: CPYTHON,
    stdout: Buffer.from('hello\n'),
    stderr: Buffer.from(stderr),
    ending: 'exited',
    exitCode: stderr === '' ? 0 : 1,
    durationMs: 5,
    leftBehind: [],
    underContention: false,
    ...more,
  };
}

const traceback = (frame: string, last: string): string =>
  `Traceback (most recent call last):\n  File "${frame}", line 3, in run\n    call()\n${last}\n`;

describe('why a run in the browser is not what the page shows', () => {
  test.for([
    [
      traceback('/lib/python314.zip/threading.py', "RuntimeError: can't start new thread"),
      'it starts threads',
    ],
    [
      traceback(
        '/lib/python314.zip/subprocess.py',
        'OSError: [Errno 138] emscripten does not support processes.',
      ),
      'it starts processes',
    ],
    [
      traceback(
        '/lib/python314.zip/multiprocessing/a.py',
        "ModuleNotFoundError: No module named '_multiprocessing'",
      ),
      'it starts processes',
    ],
    [traceback('/lib/python314.zip/socket.py', 'OSError: [Errno 28] Invalid argument'), 'it opens sockets'],
    [traceback('sample.py', "ModuleNotFoundError: No module named 'tkinter'"), 'it needs the module tkinter'],
    [traceback('sample.py', 'AttributeError: no such name'), 'it ends with AttributeError there'],
    ['hello\n', 'its contract does not hold there'],
    ['', 'it prints something else there'],
  ] as const)('%s: %s', ([stderr, reason]) => {
    expect(browserReason(exampleOf(), runOf(stderr), 10)).toBe(reason);
  });

  test('its time, or what else it takes', () => {
    expect(browserReason(exampleOf(), runOf('', { ending: 'timed-out' }), 10)).toBe(
      'it takes longer than 10 s there',
    );
    expect(browserReason(exampleOf(), runOf('', { ending: 'memory-limit' }), 10)).toBe(
      'it needs more than a browser has',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { outcome } from '../../../../../src/core/verdict/run-outcome.ts';
import type { Run } from '../../../../../src/core/verdict/run.ts';
import { exampleOf, runOf, sourceOf } from '../../../../fixtures/examples.ts';

/** What is said of a run in a terminal that shows this. */
function said(stdout: string, more: Partial<Run> = {}, keys = '', size = 'true'): string | undefined {
  const example = exampleOf(sourceOf(`terminal = ${size}${keys === '' ? '' : `\n${keys}`}`));
  const run = { ...runOf({ stdout }), ...more };
  const problem = outcome(example, run).problems?.[0];
  return problem && `${problem.title}\n${problem.remedy}`;
}

const TRACEBACK = `Traceback (most recent call last):
  File \u001b[35m"sample.py"\u001b[0m, line 5, in <module>
\u001b[1;35mValueError\u001b[0m: no
`;

describe('a run in a terminal falls short', () => {
  test.for([
    [
      'alternate-screen',
      'It switched to the alternate screen of its terminal, of which nothing is left at the end.\n' +
        'Let it print to the usual screen. Pagers and editors have no output to record.',
    ],
    [
      'question',
      'It asked its terminal a question, such as where the cursor is, and nobody answers.\n' +
        'Print without asking: shutil.get_terminal_size() knows the size.',
    ],
    [
      'too-many-lines',
      'It printed more lines than its terminal keeps, which are 20,000.\n' +
        'Print less, or remove terminal from the block.',
    ],
    [
      'too-much',
      'What it asks of its terminal takes more than 20 s, or 512 MB, to carry out.\n' +
        'Let it move the cursor, scroll and erase less often.',
    ],
  ] as const)('by %s', ([terminalFault, message]) => {
    expect(said('a\n', { terminalFault })).toBe(message);
    // A question is why it waits.
    expect(said('a\n', { terminalFault, ending: 'timed-out' })).toBe(message);
  });

  test('if it had none', () => {
    const stderr = Buffer.from('Traceback …\nOSError: out of pty devices\n');
    expect(said('', { stderr, exitCode: 1 })).toBe(
      'No terminal could be made for it: OSError: out of pty devices\n' +
        'This machine has no pseudo-terminal to give: look at /dev/ptmx and at /dev/pts.',
    );
  });

  test('by an exception that its contract does not expect', () => {
    expect(said(TRACEBACK, { exitCode: 1 })).toMatch(/^Exit code 1, expected 0: uncaught ValueError\./);
    expect(said(TRACEBACK, { exitCode: 1 }, 'raises = "TypeError"')).toMatch(
      /^It was to end with an uncaught TypeError, and ended with ValueError\./,
    );
  });
});

describe('a run in a terminal is all right', () => {
  test('with an exception that its contract expects, also in a narrow one', () => {
    expect(said(TRACEBACK, { exitCode: 1 }, 'raises = "ValueError"')).toBeUndefined();
    const narrow =
      'Traceback (most rece\nnt call last):\n  File "sample.py", li\nne 5, in <module>\nValueError: no\n';
    expect(said(narrow, { exitCode: 1 }, 'raises = "ValueError"', '{ columns = 20 }')).toBeUndefined();
  });

  test('if it was interrupted, as its contract says', () => {
    const stdout =
      'Traceback (most recent call last):\n  File "sample.py", line 5, in <module>\nKeyboardInterrupt\n';
    const more = { ending: 'signalled', signal: 'SIGINT', exitCode: undefined } as const;
    expect(said(stdout, more, 'raises = "KeyboardInterrupt"')).toBeUndefined();
  });
});

test('of a run without a terminal nothing is said of terminals', () => {
  expect(
    outcome(exampleOf(), { ...runOf({ stdout: 'a\n' }), terminalFault: 'question' }).value,
  ).toMatchObject({ out: 'a\n' });
});

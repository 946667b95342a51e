import { describe, expect, test } from 'vitest';
import { screenOf } from '../../../../../src/runner/execution/terminal/terminal-screen.ts';

const SIZE = { columns: 20, rows: 5 };
const textOf = async (written: string): Promise<string> => (await screenOf(written, SIZE)).text;

describe('a terminal shows', () => {
  test.for<readonly [string, string, string]>([
    ['nothing, if nothing is written', '', ''],
    ['lines, without the blanks at their ends', 'a  \r\n  b\r\n\r\n \r\n', 'a\n  b\n'],
    ['a last line that does not end', 'a\r\nb', 'a\nb\n'],
    ['blank lines between others', 'a\r\n\r\nb', 'a\n\nb\n'],
    ['what a carriage return leaves', '100 apples\r9\r\nb', '900 apples\nb\n'],
    ['the last state of a progress bar', '\r 0%\r 50%\r100%\u001b[K\r\n', '100%\n'],
    [
      'what moves of the cursor leave',
      'one\r\ntwo\r\nthree\r\n\u001b[2A\u001b[2KTWO\r\n\n',
      'one\nTWO\nthree\n',
    ],
    ['what a backspace leaves', 'cat\b\br', 'crt\n'],
    ['an empty screen after it is cleared', 'secret\u001b[H\u001b[2J\u001b[3Jshown', 'shown\n'],
    ['lines that have left the screen', '1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8', '1\n2\n3\n4\n5\n6\n7\n8\n'],
    ['no cursor above its screen', '1\r\n2\r\n3\r\n4\r\n5\r\n6\u001b[99AX', '1\n2X\n3\n4\n5\n6\n'],
    ['long lines as several', 'x'.repeat(45), `${'x'.repeat(20)}\n${'x'.repeat(20)}\nxxxxx\n`],
    ['wide characters in two columns', '漢'.repeat(11), `${'漢'.repeat(10)}\n漢\n`],
    ['emoji, which are wide, as a whole', '👩‍👧 🎉 é', '👩‍👧 🎉 é\n'],
    ['tabs as blanks', 'a\tb', 'a       b\n'],
    ['lines that are drawn', '\u001b(0lqk\u001b(B', '┌─┐\n'],
    [
      'no titles, bells, and links',
      '\u001b]0;t\u0007a\u0007\u001b]8;;https://x.org\u0007b\u001b]8;;\u0007',
      'a\u001b[4mb\u001b[0m\n',
    ],
    ['blanks for what is concealed', 'a\u001b[8msecret\u001b[0mb', 'a      b\n'],
  ])('%s', async ([, written, shown]) => {
    expect(await textOf(written)).toBe(shown);
  });

  test.for<readonly [string, string]>([
    ['\u001b[31mred\u001b[0m x', '\u001b[31mred \u001b[0mx\n'],
    ['\u001b[31ma\r\nb\u001b[0m', '\u001b[31ma\u001b[0m\n\u001b[31mb\u001b[0m\n'],
    ['\u001b[31ma\u001b[1mb', '\u001b[31ma\u001b[0;1;31mb\u001b[0m\n'],
    ['\u001b[91;104ma', '\u001b[91;104ma\u001b[0m\n'],
    [
      '\u001b[38;5;1ma\u001b[38;5;9mb\u001b[48;5;200mc',
      '\u001b[31ma\u001b[0;91mb\u001b[0;91;48;5;200mc\u001b[0m\n',
    ],
    ['\u001b[38;2;1;20;255ma', '\u001b[38;2;1;20;255ma\u001b[0m\n'],
    ['\u001b[2;3;4;7;9ma', '\u001b[2;3;4;7;9ma\u001b[0m\n'],
    ['\u001b[4:3ma\u001b[24m\u001b[5mb', '\u001b[4ma\u001b[0mb\n'],
    ['\u001b[31ma\u001b[39m  ', '\u001b[31ma\u001b[0m\n'],
    ['\u001b[41m  \u001b[0m  ', '\u001b[41m  \u001b[0m\n'],
    ['\u001b[7m \u001b[0m', '\u001b[7m \u001b[0m\n'],
    ['\u001b[31m\u001b[32m\u001b[0ma', 'a\n'],
    ['\u001b[31ma\u001b[0m \u001b[31mb', '\u001b[31ma b\u001b[0m\n'],
    ['\u001b[31ma\u001b[90m \u001b[0mb', '\u001b[31ma \u001b[0mb\n'],
    ['\u001b[4ma\u001b[0m \u001b[4mb', '\u001b[4ma\u001b[0m \u001b[4mb\u001b[0m\n'],
    ['\u001b[31ma\u001b[4m \u001b[0mb', '\u001b[31ma\u001b[0;4;31m \u001b[0mb\n'],
  ])('of %j its styles, with none at the ends of lines', async ([written, shown]) => {
    expect(await textOf(written)).toBe(shown);
    // What it shows, written to it, is the same again.
    expect(await textOf(shown.replaceAll('\n', '\r\n'))).toBe(shown);
  });
});

describe('a terminal reports', () => {
  test.for([
    ['the alternate screen', '\u001b[?1049hmenu\u001b[?1049l', 'alternate-screen'],
    ['a question about its cursor', 'a\u001b[6n', 'question'],
    ['a question about itself', '\u001b[c', 'question'],
    ['too many lines', '\n'.repeat(20_000), 'too-many-lines'],
    ['nothing of what it can show', '\u001b[?25l\u001b[?2004h\u001b[1;3r\u001b[?25h', undefined],
  ] as const)('%s', async ([, written, fault]) => {
    expect((await screenOf(written, SIZE)).fault).toBe(fault);
  });
});

test('1 MB of lines is shown whole', async () => {
  const line = `\u001b[32m${'é'.repeat(70)}\u001b[0m`;
  const { text, fault } = await screenOf(`${line}\r\n`.repeat(7_000), { columns: 72, rows: 24 });
  expect(fault).toBeUndefined();
  expect(text === `${line}\n`.repeat(7_000)).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { readArticle, readSource } from '../../../../src/core/text/read-source.ts';

const problems = (content: string | Uint8Array): unknown =>
  readSource(Buffer.from(content), 'examples/a.py').problems;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('a source is read', () => {
  test.for([
    ['plain', 'print("hello")\n'],
    ['empty', ''],
    ['without a last line feed', 'print(1)'],
    [
      'with letters of any script, emoji joined to one, tabs and form feeds',
      'print("é 漢字 עברית 👩‍💻")\n\f\tx\n',
    ],
    ['that says it is UTF-8', '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n'],
    ['that says it is UTF-8 in another spelling', '# vim: set fileencoding=UTF8 :\n'],
    ['that speaks of encodings where Python does not look', 'x = 1\n# coding: latin-1\n'],
    ['that speaks of encodings in its third line', '\n\n# coding: latin-1\n'],
    ['with its escapes as escapes', 'print("\\u202e \\x1b[31m")\n'],
  ] as const)('%s', ([, text]) => {
    expect(readSource(Buffer.from(text), 'examples/a.py')).toEqual({ value: text });
  });
});

describe('a source is refused, with line and column,', () => {
  test.for<[string, string | Uint8Array, { line: number; column: number; title: string; remedy: string }]>([
    [
      'that is not UTF-8',
      latin1('# caf\n# café\n'),
      { line: 2, column: 6, title: 'The file is not UTF-8.', remedy: 'Save it as UTF-8.' },
    ],
    [
      'that is cut inside a character',
      Buffer.from('x = "é').subarray(0, -1),
      { line: 1, column: 6, title: 'The file is not UTF-8.', remedy: 'Save it as UTF-8.' },
    ],
    [
      'behind characters of several bytes',
      Buffer.concat([Buffer.from('# 漢é'), Buffer.of(0xff)]),
      { line: 1, column: 5, title: 'The file is not UTF-8.', remedy: 'Save it as UTF-8.' },
    ],
    [
      'in UTF-16, little end first',
      Buffer.from('\ufeffprint(1)\n', 'utf16le'),
      { line: 1, column: 1, title: 'The file is UTF-16.', remedy: 'Save it as UTF-8.' },
    ],
    [
      'in UTF-16, big end first',
      Buffer.from('\ufeffprint(1)\n', 'utf16le').swap16(),
      { line: 1, column: 1, title: 'The file is UTF-16.', remedy: 'Save it as UTF-8.' },
    ],
    [
      'with a byte order mark',
      '\ufeff# /// script\n',
      {
        line: 1,
        column: 1,
        title: 'The file begins with a byte order mark (BOM), which hides what its first line says.',
        remedy: 'Save it as UTF-8 without a byte order mark.',
      },
    ],
    [
      'that says it is encoded otherwise',
      latin1('# -*- coding: latin-1 -*-\nprint("é")\n'),
      {
        line: 1,
        column: 15,
        title: 'The file says that it is encoded as latin-1; samples are UTF-8.',
        remedy: 'Save it as UTF-8, and remove the line.',
      },
    ],
    [
      'that says so in its second line',
      '#!/usr/bin/python3\n# vim: set fileencoding=cp1252 :\n',
      {
        line: 2,
        column: 25,
        title: 'The file says that it is encoded as cp1252; samples are UTF-8.',
        remedy: 'Save it as UTF-8, and remove the line.',
      },
    ],
    [
      'whose lines end with carriage returns',
      'print(1)\r\nprint(2)\r\n',
      {
        line: 1,
        column: 9,
        title: 'A line ends with a carriage return (CRLF).',
        remedy: 'Save the file with line feeds alone (LF).',
      },
    ],
    [
      'that turns the direction of text',
      'ok = True\nif access != "user\u202e \u2066# admin\u2069":\n',
      {
        line: 2,
        column: 19,
        title: 'This character changes the direction of text (U+202E): what is seen is not what runs.',
        remedy: 'Write it as an escape: "\\u202e"',
      },
    ],
    [
      'with a mark of direction',
      '# \u200f\n',
      {
        line: 1,
        column: 3,
        title: 'This character changes the direction of text (U+200F): what is seen is not what runs.',
        remedy: 'Write it as an escape: "\\u200f"',
      },
    ],
    [
      'with a name that nobody sees',
      'is_admin = False\n\u3164 = True\n',
      {
        line: 2,
        column: 1,
        title: 'This character is invisible (U+3164).',
        remedy: 'Remove it, or write it as an escape: "\\u3164"',
      },
    ],
    [
      'with a tag',
      '# \u{e0041}\n',
      {
        line: 1,
        column: 3,
        title: 'This character is invisible (U+E0041).',
        remedy: 'Remove it, or write it as an escape: "\\U000e0041"',
      },
    ],
    [
      'with a joiner that joins no emoji',
      'x = "a\u200db"\n',
      {
        line: 1,
        column: 7,
        title: 'This character is invisible (U+200D).',
        remedy: 'Remove it, or write it as an escape: "\\u200d"',
      },
    ],
    [
      'with a blank of no width',
      'a = "x\u200by"\n',
      {
        line: 1,
        column: 7,
        title: 'This character is invisible (U+200B).',
        remedy: 'Remove it, or write it as an escape: "\\u200b"',
      },
    ],
    [
      'with a NUL',
      'a\0\n',
      {
        line: 1,
        column: 2,
        title: 'This is a control character (U+0000).',
        remedy: 'Write it as an escape: "\\x00"',
      },
    ],
    [
      'with an escape character',
      '\nprint("\u001b[31m")\n',
      {
        line: 2,
        column: 8,
        title: 'This is a control character (U+001B).',
        remedy: 'Write it as an escape: "\\x1b"',
      },
    ],
  ])('%s', ([, content, problem]) => {
    expect(problems(content)).toEqual([{ file: 'examples/a.py', ...problem }]);
  });

  test('each kind of character by its first place', () => {
    expect(problems('\u202e\u202e\n\u0007\n')).toMatchObject([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
    ]);
  });
});

test('an article is read and refused likewise, but may say what it likes of encodings', () => {
  const reported = (content: string | Uint8Array): unknown =>
    readArticle(Buffer.from(content), 'content/a.mdx').problems;
  expect(readArticle(Buffer.from('# coding: latin-1\né 漢字'), 'content/a.mdx')).toEqual({
    value: '# coding: latin-1\né 漢字',
  });
  expect(reported(latin1('caf\né'))).toEqual([
    {
      file: 'content/a.mdx',
      line: 2,
      column: 1,
      title: 'The file is not UTF-8.',
      remedy: 'Save it as UTF-8.',
    },
  ]);
  expect(reported('\ufeff---')).toMatchObject([{ line: 1, column: 1 }]);
  expect(reported('a\u202e\r\n')).toEqual([
    {
      file: 'content/a.mdx',
      line: 1,
      column: 3,
      title: 'A line ends with a carriage return (CRLF).',
      remedy: 'Save the file with line feeds alone (LF).',
    },
    {
      file: 'content/a.mdx',
      line: 1,
      column: 2,
      title: 'This character changes the direction of text (U+202E): what is seen is not what is read.',
      remedy: 'Write it as a character reference: &#x202e;',
    },
  ]);
});

test('a source may hold a form feed, and what joins the parts of an emoji', () => {
  expect(readSource(Buffer.from('\f\nprint("👩\u200d💻")\n'), 'a.py').problems).toBeUndefined();
});

test.for(['\u2028', '\u2029', '\u2063'])('a source may not hold the invisible character %j', character => {
  expect(readSource(Buffer.from(`a = "${character}"\n`), 'a.py').problems).toMatchObject([
    { line: 1, column: 6 },
  ]);
});

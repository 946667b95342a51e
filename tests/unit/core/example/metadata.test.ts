import { describe, expect, test } from 'vitest';
import { parseMetadata } from '../../../../src/core/example/metadata.ts';

const parse = (...lines: string[]): ReturnType<typeof parseMetadata> =>
  parseMetadata(`${lines.join('\n')}\n`, 'examples/a.py');

describe('a metadata block', () => {
  test('may be absent', () => {
    expect(parse('print(1)').value).toEqual({ dependencies: [], tool: {} });
  });

  test('gives what it says and where it stands', () => {
    expect(
      parse(
        '"""Docstring."""',
        '# /// script',
        '# requires-python = ">=3.11"',
        '# dependencies = []',
        '#',
        '# [tool.verbatim]',
        '# exit = 3',
        '# ///',
        'print(1)',
      ).value,
    ).toEqual({
      requiresPython: '>=3.11',
      dependencies: [],
      tool: { exit: 3 },
      block: { first: 2, last: 8 },
    });
  });

  test('may say nothing about Verbatim', () => {
    expect(
      parse('# /// script', '# dependencies = ["rich"]', '# [tool.ruff]', '# line-length = 100', '# ///')
        .value,
    ).toEqual({ requiresPython: undefined, dependencies: ['rich'], tool: {}, block: { first: 1, last: 5 } });
  });

  test('may hold what looks like a comment inside a text of several lines', () => {
    expect(
      parse('# /// script', '# [tool.verbatim]', "# stdin = '''", '# # a', "# '''", '# ///').value?.tool,
    ).toEqual({ stdin: '# a\n' });
  });

  test('of another type is none of ours', () => {
    expect(parse('# /// pyproject', '# this is ::: not TOML', '# ///', 'print(1)').value).toEqual({
      dependencies: [],
      tool: {},
    });
    expect(parse('# /// some-tool', '# a = 1', 'print(1)').value).toEqual({ dependencies: [], tool: {} });
  });

  test('is found beside one of another type', () => {
    expect(
      parse('# /// other', '# a = 1', '# ///', '', '# /// script', '# [tool.verbatim]', '# exit = 3', '# ///')
        .value,
    ).toMatchObject({ tool: { exit: 3 }, block: { first: 5, last: 8 } });
  });
});

describe('a mistake in a block is reported with its line:', () => {
  test('it is not closed', () => {
    expect(parse('import sys', '# /// script', '# dependencies = []', 'print(1)').problems).toEqual([
      {
        file: 'examples/a.py',
        line: 3,
        column: 1,
        title: 'The metadata block that begins in line 2 is never closed.',
        remedy: 'Below this line:\n# ///',
      },
    ]);
  });

  test('a line of it does not begin with "# "', () => {
    expect(parse('# /// script', '#dependencies = []', '# ///').problems).toEqual([
      {
        file: 'examples/a.py',
        line: 2,
        column: 1,
        title: 'This line of the metadata block does not begin with "# ".',
        remedy: '# dependencies = []',
      },
    ]);
  });

  test('it is the second one', () => {
    expect(
      parse(
        '# /// script',
        '# dependencies = []',
        '# ///',
        '',
        '# /// script',
        '# dependencies = []',
        '# ///',
      ).problems,
    ).toEqual([
      {
        file: 'examples/a.py',
        line: 5,
        column: 1,
        title: 'A file has one "# /// script" block; this is a second one.',
        remedy: 'Merge it into the block at line 1.',
      },
    ]);
  });

  test('it is not TOML, at this line and column', () => {
    expect(parse('', '# /// script', '# [tool.verbatim]', '# exit = 1', '# order = any', '# ///').problems)
      .toMatchInlineSnapshot(`
        [
          {
            "column": 11,
            "file": "examples/a.py",
            "line": 5,
            "remedy": "# order = "any"",
            "title": "The metadata block is not TOML: this is no value; a text is in quotes.",
          },
        ]
      `);
  });

  test('a key is set twice', () => {
    expect(parse('# /// script', '# [tool.verbatim]', '# exit = 1', '# exit = 2', '# ///').problems)
      .toMatchInlineSnapshot(`
        [
          {
            "column": 3,
            "file": "examples/a.py",
            "line": 4,
            "remedy": "Remove the line.",
            "title": "The metadata block is not TOML: this key is there already.",
          },
        ]
      `);
  });

  test.for([
    ['requires-python = 3.11', 'requires-python is not text.', '# requires-python = ">=3.11"'],
    ['dependencies = "rich"', 'dependencies is not a list of texts.', '# dependencies = []'],
    ['dependencies = [1]', 'dependencies is not a list of texts.', '# dependencies = []'],
    ['tool = 3', 'tool.verbatim is not a table.', '# [tool.verbatim]'],
    ['tool.verbatim = 3', 'tool.verbatim is not a table.', '# [tool.verbatim]'],
    ['[[tool.verbatim]]', 'tool.verbatim is not a table.', '# [tool.verbatim]'],
  ] as const)('%s', ([text, title, remedy]) => {
    expect(parse('# /// script', `# ${text}`, '# ///').problems).toEqual([
      { file: 'examples/a.py', line: 2, column: 1 + `# ${text}`.search(/[a-z]/), title, remedy },
    ]);
  });
});

// PEP 723's own expression takes line feeds alone; that a block is there at all must not go unnoticed.
test('a block with carriage returns is not passed over', () => {
  expect(
    parseMetadata(
      '# /// script\r\n# [tool.verbatim]\r\n# exit = 3\r\n# ///\r\n',
      'examples/a.py',
    ).problems?.map(({ line }) => line),
  ).toEqual([2]);
});

import { describe, expect, test } from 'vitest';
import { decode } from '../../../../src/core/example/example.ts';
import { parseExample } from '../../../../src/core/variant/parse-example.ts';
import { problemsOf } from '../../../fixtures/examples.ts';

describe('an example', () => {
  test('of one file holds what the file says', () => {
    const source =
      '# /// script\n# requires-python = ">=3.11"\n# [tool.verbatim]\n# exit = 3\n# ///\n' +
      '# region a\nf()\n# endregion\n';
    const files = new Map([['locks.py', Buffer.from(source)]]);
    expect(parseExample('threading/locks', 'examples/threading/locks.py', files).value).toEqual({
      id: 'threading/locks',
      file: 'examples/threading/locks.py',
      entry: 'locks.py',
      source,
      metadata: {
        requiresPython: '>=3.11',
        dependencies: [],
        tool: { exit: 3 },
        block: { first: 1, last: 5 },
      },
      contract: {
        artifacts: {},
        order: 'exact',
        mask: [],
        exit: 3,
        args: [],
        env: {},
        timeout: 10,
        network: false,
        cores: 1,
      },
      regions: [{ name: 'a', first: 7, last: 7 }],
      files,
      variants: [],
    });
  });

  test('of several files is read from the one that runs', () => {
    const files = new Map([
      ['main.py', Buffer.from('import words\n')],
      ['words.py', Buffer.from('# region never_closed\n')],
      ['data/words.bin', Buffer.from([0xff])],
    ]);
    expect(parseExample('words', 'examples/words/main.py', files).value).toMatchObject({
      entry: 'main.py',
      source: 'import words\n',
      files,
    });
  });
});

describe('a mistake in an example:', () => {
  test('a Python file of it cannot be decoded, also a module; data may be anything', () => {
    const bad = Buffer.from([0x23, 0xe4, 0x0a]);
    expect(
      parseExample(
        'a',
        'examples/a/main.py',
        new Map([
          ['data.bin', bad],
          ['main.py', bad],
          ['deep/words.py', bad],
        ]),
      ).problems,
    ).toEqual([
      {
        file: 'examples/a/main.py',
        line: 1,
        column: 2,
        title: 'The file is not UTF-8.',
        remedy: 'Save it as UTF-8.',
      },
      {
        file: 'examples/a/deep/words.py',
        line: 1,
        column: 2,
        title: 'The file is not UTF-8.',
        remedy: 'Save it as UTF-8.',
      },
    ]);
  });

  test('requires-python is no specifier', () => {
    expect(problemsOf('# /// script\n# requires-python = "3.11 or newer"\n# ///\n')).toEqual([
      {
        file: 'examples/topic/sample.py',
        line: 2,
        column: 3,
        title: 'requires-python "3.11 or newer" is not a version specifier.',
        remedy: '# requires-python = ">=3.11"',
      },
    ]);
  });

  test('it depends on a file of some address', () => {
    expect(problemsOf('# /// script\n# dependencies = ["rich @ https://a.b/c.whl"]\n# ///\n')).toEqual([
      {
        file: 'examples/topic/sample.py',
        line: 2,
        column: 3,
        title: '"rich @ https://a.b/c.whl" is an address; a package comes from the index, under its name.',
        remedy: '# dependencies = ["numpy>=2"]',
      },
    ]);
  });

  test('mistakes in the block and in the markers are reported together', () => {
    expect(
      problemsOf('# /// script\n# [tool.verbatim]\n# exit = 300\n# ///\n# region a\n').map(
        ({ line }) => line,
      ),
    ).toEqual([3, 5]);
    expect(problemsOf('# /// script\n# exit =\n# ///\n# region a\n').map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe('decoding', () => {
  test('keeps every character, a byte order mark too', () => {
    expect(decode(Buffer.from('\uFEFFé\r\n'))).toBe('\uFEFFé\r\n');
  });

  test('gives nothing for bytes that are not UTF-8', () => {
    expect(decode(Buffer.from([0x61, 0xff]))).toBeUndefined();
  });
});

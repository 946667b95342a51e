import { describe, expect, test } from 'vitest';
import { markerLines, parseRegions } from '../../../../src/core/example/region.ts';

const parse = (...lines: string[]): ReturnType<typeof parseRegions> =>
  parseRegions(`${lines.join('\n')}\n`, 'a.py');

describe('regions', () => {
  test('are the lines between their markers', () => {
    expect(parse('import a', '# region start', 'one()', 'two()', '# endregion', 'end()').value).toEqual([
      { name: 'start', first: 3, last: 4 },
    ]);
  });

  test('may be absent', () => {
    expect(parse('import a').value).toEqual([]);
  });

  test('are not in strings', () => {
    expect(parse('TEXT = """', '# region fake', '"""', '# region real', 'f()', '# endregion').value).toEqual([
      { name: 'real', first: 5, last: 5 },
    ]);
    expect(parse("TEXT = '''", '#region fake', '# endregion', "'''").value).toEqual([]);
  });

  test.for([
    ['#region start', '# region start'],
    ['# region: start', '# region start'],
    ['# Region start', '# region start'],
    ['# region', '# region name'],
    ['# region "my part"', undefined],
    ['#endregion', '# endregion'],
    ['# end region start', '# endregion start'],
    ['# region of interest', undefined],
    ['# the region', undefined],
  ] as const)('%s is nearly a marker: %j is', ([comment, remedy]) => {
    expect(parse('f()', `    ${comment}`).problems?.map(problem => [problem.column, problem.remedy])).toEqual(
      remedy === undefined ? undefined : [[5, remedy]],
    );
  });

  test('may nest and follow one another, indented or not', () => {
    expect(
      parse(
        '# region outer',
        'def f():',
        '    # region inner',
        '    pass',
        '    # endregion inner',
        '# endregion outer',
        '# region next',
        'f()',
        '# endregion',
      ).value,
    ).toEqual([
      { name: 'inner', first: 4, last: 4 },
      { name: 'outer', first: 2, last: 5 },
      { name: 'next', first: 8, last: 8 },
    ]);
  });

  test('are found in a file with carriage returns', () => {
    expect(parseRegions('# region a\r\nf()\r\n# endregion\r\n', 'a.py').value).toEqual([
      { name: 'a', first: 2, last: 2 },
    ]);
  });
});

describe('a mistake in the markers is reported with its line:', () => {
  test('a region is never closed', () => {
    expect(parse('# region a', '# region b', 'f()', '# endregion').problems).toEqual([
      {
        file: 'a.py',
        line: 1,
        column: 1,
        title: 'The region "a" is never closed.',
        remedy: 'End it with a line "# endregion".',
      },
    ]);
  });

  test('a region ends that never began', () => {
    expect(parse('f()', '# endregion').problems).toEqual([
      {
        file: 'a.py',
        line: 2,
        column: 1,
        title: 'Here ends a region that never began.',
        remedy: 'Remove the line, or begin the region with "# region name".',
      },
    ]);
  });

  test('another region ends than the one that is open', () => {
    expect(parse('# region a', 'f()', '# endregion b').problems).toEqual([
      {
        file: 'a.py',
        line: 3,
        column: 1,
        title: 'Here ends "b", but the region that is open is "a" (line 1).',
        remedy: '# endregion a',
      },
    ]);
  });

  test('two regions have one name', () => {
    expect(parse('# region a', 'f()', '# endregion', '# region a', 'g()', '# endregion').problems).toEqual([
      {
        file: 'a.py',
        line: 4,
        column: 1,
        title: 'A second region is named "a".',
        remedy: 'Give each region of a file a name of its own.',
      },
    ]);
  });

  test('a region is inside one of the same name', () => {
    expect(
      parse('# region a', '# region a', 'f()', '# endregion', '# endregion').problems?.map(
        ({ line, title }) => [line, title],
      ),
    ).toEqual([[2, 'A second region is named "a".']]);
  });

  test('a region is empty', () => {
    expect(parse('f()', '# region a', '# endregion').problems).toEqual([
      {
        file: 'a.py',
        line: 2,
        column: 1,
        title: 'The region "a" is empty.',
        remedy: 'Put lines between its markers, or remove them.',
      },
    ]);
  });

  test('all of them are reported at once', () => {
    expect(
      parse('# endregion', '# region a', '# endregion', '# region b').problems?.map(({ line }) => line),
    ).toEqual([1, 2, 4]);
  });
});

test.for([
  ['# region start', true],
  ['    # endregion', true],
  ['# endregion start', true],
  ['print("# region start")', false],
  ['# region of interest', false],
  ['# A region', false],
] as const)('whether %j is a marker: %j', ([line, expected]) => {
  expect(markerLines(`${line}\n`).size).toBe(expected ? 1 : 0);
});

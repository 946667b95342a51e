import { describe, expect, test } from 'vitest';
import { codeOf, commentLines } from '../../../../src/core/example/python-comments.ts';
import { linesInsideStrings } from '../../../../src/site/audit/plan/text/string-lines.ts';

/** The lines of a source that are comments, as pages find them and as the audit does. */
function both(...source: string[]): [readonly number[], readonly number[]] {
  const text = source.join('\n');
  const inside = linesInsideStrings(text);
  const looksLikeOne = source.flatMap((line, index) => (/^\s*#/.test(line) ? [index + 1] : []));
  return [[...commentLines(text)], looksLikeOne.filter(line => !inside.has(line))];
}

describe('lines that are comments:', () => {
  test.for<[name: string, source: string[], expected: number[]]>([
    ['a comment', ['x = 1  # no', '  # yes'], [2]],
    ['text in a string', ['x = """', '# no', '"""', '# yes'], [4]],
    ['text in a string of the other mark', ["x = '''", '# no """', "'''", '# yes'], [4]],
    ['a mark in a comment', ['# it\'s "', '# yes'], [1, 2]],
    ['a mark behind a backslash', ['x = "\\""', '# yes', "y = '\\\\'", '# yes'], [2, 4]],
    ['a raw string', ['x = r"\\"', '# no?', '# yes'], [2, 3]],
    ['three marks behind a backslash', ['x = """ \\"""', '# no', '"""', '# yes'], [4]],
    ['a string that goes on behind a backslash', ['x = "a \\', '# no"', '# yes'], [3]],
    ['a format', ['x = f"{y:#x}"', '# yes'], [2]],
    ['a string that is not closed', ['x = "abc', '# yes'], [2]],
    ['a string of code', ['x = f"""', '{y}', '# no', '"""', '# yes'], [5]],
    ['doubled braces', ['x = f"""{{', '# no', '}}"""', '# yes'], [4]],
    ['the name of a character', ['x = f"\\N{BULLET}"', '# yes'], [2]],
  ])('%s', ([, source, expected]) => {
    expect(both(...source)).toEqual([expected, expected]);
  });

  test('code in an f-string may hold the mark that encloses it', () => {
    expect([...commentLines('x = f"{y["#"]}"\n# yes\n')]).toEqual([2]);
    expect([...commentLines('x = f"""{\ny # code\n}\n# no\n"""\n# yes\n')]).toEqual([6]);
    expect([...commentLines('x = f"{y!r:>{w:#}}" # a\n# yes\n')]).toEqual([2]);
  });
});

test('code has neither comments nor texts of strings, but what f-strings compute', () => {
  expect(codeOf('x = "id(y)"  # z\n')).toBe('x = "  \n');
  expect(codeOf('x = f"a {id(y)} b"\n')).toBe('x = f"id(y)}\n');
});

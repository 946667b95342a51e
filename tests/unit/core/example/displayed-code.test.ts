import { describe, expect, test } from 'vitest';
import { shownCode, shownText } from '../../../../src/core/example/displayed-code.ts';
import { exampleOf } from '../../../fixtures/examples.ts';

const SOURCE = `# /// script
# [tool.verbatim]
# ///

# region imports
import time

# endregion
def outer():
    # region body
    if time:

        # region inner
        print("x")
        # endregion
    print("y")
    # endregion


outer()

`;
const example = exampleOf(SOURCE);

describe('the page shows', () => {
  test('a file without its block, its markers, and the blank lines at either end', () => {
    expect(shownText(shownCode(example))).toBe(`import time

def outer():
    if time:

        print("x")
    print("y")


outer()
`);
  });

  test('the block too, where that is asked for', () => {
    expect(
      shownText(shownCode(example, undefined, true)).startsWith(
        '# /// script\n# [tool.verbatim]\n# ///\n\nimport time\n',
      ),
    ).toBe(true);
  });

  test('a region, dedented, without the markers of those inside it', () => {
    const shown = shownCode(example, 'body');
    expect(shownText(shown)).toBe('if time:\n\n    print("x")\nprint("y")\n');
    expect(shown.dedent).toBe(4);
  });

  test('each line with its number in the file', () => {
    expect(shownCode(example, 'body').lines).toEqual([
      { line: 11, text: 'if time:' },
      { line: 12, text: '' },
      { line: 14, text: '    print("x")' },
      { line: 16, text: 'print("y")' },
    ]);
  });

  test('a region without the blank lines at its ends', () => {
    expect(shownCode(example, 'imports')).toEqual({ lines: [{ line: 6, text: 'import time' }], dedent: 0 });
  });

  test('as many blank lines between two parts as formatters want, not twice as many', () => {
    const formatted =
      '# region a\ndef f():\n    pass\n\n\n# endregion\n\n\n# region b\nf()\n\n# endregion\n\nf()\n';
    expect(shownText(shownCode(exampleOf(formatted)))).toBe('def f():\n    pass\n\n\nf()\n\nf()\n');
    expect(shownText(shownCode(exampleOf(formatted), 'a'))).toBe('def f():\n    pass\n');
  });

  test('nothing of a region that has only blank lines', () => {
    expect(shownCode(exampleOf('# region a\n\n# endregion\nf()\n'), 'a')).toEqual({ lines: [], dedent: 0 });
  });

  test('a file that does not end with a line feed', () => {
    expect(shownText(shownCode(exampleOf('f()')))).toBe('f()\n');
  });
});

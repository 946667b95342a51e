import { expect, test } from 'vitest';
import { editedPart } from '../../../../../src/client/run/editor/edited-part.ts';

const SOURCE = `import time

class Lock:
    # region use
    def use(self):
        with self:

            time.sleep(1)
    # endregion
    done = True
`;

test('of a region, the reader edits its lines without their common blanks', () => {
  const { text, firstLine } = editedPart(SOURCE, [5, 6, 7, 8]);
  expect(text).toBe('def use(self):\n    with self:\n\n        time.sleep(1)');
  expect(firstLine).toBe(5);
});

test('an edited part goes back between the lines around it, with their blanks', () => {
  const { putBack } = editedPart(SOURCE, [5, 6, 7, 8]);
  expect(putBack('def use(self):\n\n    pass')).toBe(`import time

class Lock:
    # region use
    def use(self):

        pass
    # endregion
    done = True
`);
});

test('a part that was not edited goes back as it was, whatever is shown', () => {
  const last = SOURCE.split('\n').length - 1;
  for (let first = 1; first <= last; first += 1)
    for (let end = first; end <= last; end += 1) {
      const { text, putBack } = editedPart(SOURCE, [first, end]);
      expect(putBack(text)).toBe(SOURCE);
    }
});

test('lines that are not shown between two that are belong to the part', () => {
  expect(editedPart('a\n# region b\nc\n', [1, 3]).text).toBe('a\n# region b\nc');
});

test.for([
  ['blanks in an empty line', 'def f():\n    """\n  \n    """\n'],
  ['a tab in one line and blanks in another', 'if a:\n\tb\nif c:\n    d\n'],
] as const)('of a file with %s, no byte changes that the reader did not change', ([, source]) => {
  const lines = source.split('\n').length - 1;
  for (let first = 1; first <= lines; first += 1) {
    const { text, putBack } = editedPart(source, [first, lines]);
    expect(putBack(text)).toBe(source);
  }
});

test('if the blanks of a part cannot be put back, the whole file is edited', () => {
  const source = 'class A:\n    x = """\n  \n    """\n';
  const { text, firstLine, putBack } = editedPart(source, [2, 3, 4]);
  expect([text, firstLine]).toEqual([source.slice(0, -1), 1]);
  expect(putBack(`${text}\nprint()`)).toBe(`${source}print()\n`);
});

test('a file without a line feed at its end gets none', () => {
  const { text, putBack } = editedPart('a\nb', [1, 2]);
  expect([text, putBack('a\nc')]).toEqual(['a\nb', 'a\nc']);
});

test('a block without lines lets the whole file be edited', () => {
  expect(editedPart('a\nb\n', []).putBack('a')).toMatch(/^a/);
});

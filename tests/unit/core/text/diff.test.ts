import { describe, expect, test } from 'vitest';
import { difference, showWhitespace } from '../../../../src/core/text/diff.ts';
import { showMasked } from '../../../../src/core/contract/masks/mask.ts';
import { splitLines } from '../../../../src/core/text/lines.ts';
import { seeded, seeds } from '../../../fixtures/seeded.ts';

const diff = (recorded: string, actual: string): string | undefined =>
  difference(splitLines(recorded), splitLines(actual))?.text;
const line = (recorded: string, actual: string): number | undefined =>
  difference(splitLines(recorded), splitLines(actual))?.line;

describe('a difference', () => {
  test('is none between equal texts', () => {
    expect(difference(splitLines('a\nb\n'), splitLines('a\nb\n'))).toBeUndefined();
  });

  test('shows two lines on either side of it', () => {
    expect(diff('1\n2\n3\n4\n5\n6\n7\n', '1\n2\n3\nfour\n5\n6\n7\n')).toBe(' 2\n 3\n-4\n+four\n 5\n 6');
  });

  test('leaves out what is equal between two places', () => {
    expect(diff('a\n1\n2\n3\n4\n5\n6\nb\n', 'A\n1\n2\n3\n4\n5\n6\nB\n')).toBe(
      '-a\n+A\n 1\n 2\n  …\n 5\n 6\n-b\n+B',
    );
  });

  test('shows masked spans by their name', () => {
    expect(
      difference(
        { lines: ['took \0seconds\0 s', 'end'], closed: true },
        { lines: ['took \0seconds\0 s', 'End'], closed: true },
        showMasked,
      )?.text,
    ).toBe(' took ⟨seconds⟩ s\n-end\n+End');
  });

  test('shows a final line feed that is missing', () => {
    expect(diff('a\nb\n', 'a\nb')).toBe(' a\n-b\n+b\n\\ No newline at end of file');
    expect(diff('a\nb', 'a\nb\n')).toBe(' a\n-b\n\\ No newline at end of file\n+b');
  });

  test('shows trailing blanks, tabs, carriage returns and other characters without a shape', () => {
    expect(diff('a\nb\n', 'a  \nb\r\n')).toBe('-a\n-b\n+a··\n+b\\x0d');
    expect(diff('a b\n', 'a\tb\n')).toBe('-a b\n+a→b');
    expect(diff('red\n', '\u001b[31mred\u001b[0m\n')).toBe('-red\n+\\x1b[31mred\\x1b[0m');
    expect(diff('ab\n', 'a\u200bb\n')).toBe('-ab\n+a\\u200bb');
  });

  test('shows lines where there were none, and none where there were lines', () => {
    expect(diff('', 'a\n')).toBe('+a');
    expect(diff('a\n', '')).toBe('-a');
    expect(diff('', '\n')).toBe('+');
  });
});

describe('the line of a difference', () => {
  test.for([
    ['a\nb\nc\n', 'a\nB\nc\n', 2],
    ['a\nb\n', 'a\nb\nc\n', 3],
    ['a\n', 'x\na\n', 1],
    ['', 'a\n', 1],
    ['a\nb\n', 'a\nb', 2],
  ] as const)('%j, then %j: %i', ([recorded, actual, expected]) => {
    expect(line(recorded, actual)).toBe(expected);
  });
});

test('two texts have a difference exactly when they are not equal', () => {
  for (const seed of seeds(300)) {
    const random = seeded(seed);
    const text = (): string => random.list(5, () => random.pick(['a', 'b', '\n', '\r', ' '])).join('');
    const [recorded, actual] = [text(), text()];
    expect(diff(recorded, actual) === undefined, `seed ${seed}`).toBe(recorded === actual);
  }
});

test.for([
  [' ', ' '],
  ['  ', ' ·'],
  ['+a \u00a0', '+a··'],
  [' a b', ' a b'],
  ['+\t', '+→'],
  ['+\u0007', '+\\x07'],
  ['+\u202e', '+\\u202e'],
  ['+👩\u200d💻', '+👩\\u200d💻'],
  ['+é', '+é'],
] as const)('%j is shown as %j', ([text, shown]) => {
  expect(showWhitespace(text)).toBe(shown);
});

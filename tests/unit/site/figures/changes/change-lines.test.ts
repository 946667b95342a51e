import { expect, test } from 'vitest';
import { changeLines } from '../../../../../src/site/figures/changes/change-lines.ts';

const shown = (before: string, after: string): string[] =>
  changeLines(before, after).map(({ sign, text }) => `${sign}${text}`);

test('lines of both outputs are shown once, the others with a sign', () => {
  expect(shown('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([' a', '-b', '+B', ' c', '+d']);
});

test.for([
  ['nothing before', '', 'a\n', ['+a']],
  ['nothing after', 'a\n', '', ['-a']],
  ['colors alone', '\u001b[31ma\u001b[0m\n', 'a\n', [' a']],
  ['a line feed at the end alone', 'a', 'a\n', [' a']],
  ['signs in the output', '-a\n', '+a\n', ['--a', '++a']],
] as const)('%s', ([, before, after, lines]) => {
  expect(shown(before, after)).toEqual(lines);
});

test('two long outputs that have hardly a line in common are shown one after the other', () => {
  const text = (letter: string): string =>
    Array.from({ length: 3000 }, (_, line) => `${letter}${line}\n`).join('');
  const lines = shown(text('a'), text('b'));
  expect([lines.length, lines[0], lines[3000]]).toEqual([6000, '-a0', '+b0']);
});

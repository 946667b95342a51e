import { expect, test } from 'vitest';
import { variantLines } from '../../../../src/core/variant/variant-lines.ts';
import { exampleOf } from '../../../fixtures/examples.ts';

/** The lines of the only variant of a source, each with its sign and its number. */
function changesOf(change: string, code: string): readonly string[] {
  const toml = ['[[tool.verbatim.variant]]', 'name = "changed"', ...change.split('\n')];
  const example = exampleOf(['# /// script', ...toml.map(line => `# ${line}`), '# ///', code].join('\n'));
  const [changed] = example.variants;
  const block = toml.length + 2;
  const numbered = (source = '') =>
    source
      .split('\n')
      .map((text, index) => ({ line: index + 1, text }))
      .slice(block, -1);
  const signs = { kept: ' ', removed: '-', added: '+' };
  return variantLines(
    numbered(example.source),
    numbered(changed?.source),
    changed?.variant?.originalLines ?? [],
  ).map(({ kind, line, text }) => `${line - block}${signs[kind]}${text}`);
}

test('a removed statement of several lines is gone, and what was inside moves to the left', () => {
  const code = 'for x in y:\n    with lock:\n        a = 1\n\n        b = 2\nprint(a)\n';
  expect(changesOf('remove = "with lock:"', code)).toEqual([
    '1 for x in y:',
    '2-    with lock:',
    '3-        a = 1',
    '2+    a = 1',
    '3 ',
    '5-        b = 2',
    '4+    b = 2',
    '5 print(a)',
  ]);
});

test('a text that becomes several lines, or none, shows all of them behind what they replace', () => {
  expect(changesOf('replace = { "b = 2" = "b = 3\\nc = 4" }', 'a = 1\nb = 2\nd = 5\n')).toEqual([
    '1 a = 1',
    '2-b = 2',
    '2+b = 3',
    '3+c = 4',
    '4 d = 5',
  ]);
  expect(changesOf('replace = { "b = 2\\n" = "" }', 'a = 1\nb = 2\nd = 5\n')).toEqual([
    '1 a = 1',
    '2-b = 2',
    '2 d = 5',
  ]);
});

test('several changes of one variant are shown at their places, and equal lines stay where they are', () => {
  const code = 'go()\nx = 1\ngo()\ny = 1\ngo()\n';
  expect(changesOf('replace = { "x = 1" = "x = 2", "y = 1" = "y = 2" }', code)).toEqual([
    '1 go()',
    '2-x = 1',
    '2+x = 2',
    '3 go()',
    '4-y = 1',
    '4+y = 2',
    '5 go()',
  ]);
});

test('a line that is put before the first one, or behind the last one, is added there', () => {
  expect(changesOf('replace = { "a = 1" = "z = 0\\na = 1" }', 'a = 1\n')).toEqual(['1+z = 0', '2 a = 1']);
  expect(changesOf('replace = { "a = 1" = "a = 1\\nz = 0" }', 'a = 1\n')).toEqual(['1 a = 1', '2+z = 0']);
});

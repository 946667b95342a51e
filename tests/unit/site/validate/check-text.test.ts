import { describe, expect, test } from 'vitest';
import { scan } from '../../../../src/site/article/parse-mdx.ts';
import { textProblems } from '../../../../src/site/validate/check-text.ts';

/** The places of the marks that are refused in a text: `line:column`. */
function refused(source: string): string[] {
  const { value } = scan(source, 'a.mdx');
  if (value === undefined) throw new Error(`not MDX: ${source}`);
  return textProblems(value.tree, source, 'a.mdx').map(({ line, column }) => `${line}:${column}`);
}

test.for([
  'It costs $5 and $6, from $5-$6, US$7, 5$ and 6$.',
  'Set $HOME and $PATH.',
  'If a == b and c == d, or x==y and z==w.',
  'At 10:30:45 the [sic] list [1, 2], and f[0] (see below), and [note] (2).',
  'Slices a[0][1], a::b, ::1 and x:y:z.',
  '`[a][b]`, `:smile:`, `==x==`, `$x$`, `__init__`, `[[x]]` and `!!! note`.',
  String.raw`\[a][b], \:smile:, \==x\==, \$x\$, \[[x]], \[^1] and \!\[x].`,
  'A list [[1, 2], [3]] and ratios 3 : 4.',
  'Yes!!! No??? #1 is first, # is a sign.',
  'a ^ b ^ c, ~5 minutes, and ~6',
  'See `x`: `y`, [a](/b/): c, and **d**: e.',
  '- [x] done\n- [ ] to do',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  'http://example.org:80/:x: and https://example.org/a_b_c',
  'Smile :) and :-) and :D, "a:" b',
  '[a][b], [b][], [b]\n\n[b]: /c/',
  'A note[^1].\n\n[^1]: Its text.',
  '```md\n[a][b]\n\n:::tip\n```',
])('nothing is refused in %j', source => {
  expect(refused(source)).toEqual([]);
});

describe('refused, at its place, is', () => {
  test.for([
    ['> [!NOTE]\n> x', '1:3'],
    ['> text\n>\n> [!tip]', '3:3'],
    [':::tip\nx\n:::', '1:1'],
    ['!!! note\n    x', '1:1'],
    ['??? tip "x"', '1:1'],
    ['Term\n: Definition', '2:1'],
    ['- Term\n  : Definition', '2:3'],
    ['See [a][b].', '1:5'],
    ['See [a][].', '1:5'],
    ['See [`a`][b].', '1:5'],
    ['See ![a][b] and ![c].', '1:6', '1:17'],
    ['A note[^1].', '1:7'],
    ['[a] (/b/)', '1:1'],
    ['[a](/b c/)', '1:1'],
    ['[[a page]]', '1:1'],
    ['*==a==*', '1:2'],
    ['==`a`==', '1:1'],
    ['H~2~O', '1:2'],
    ['x^2^', '1:2'],
    ['so :smile: x', '1:4'],
    [':func:`print`', '1:1'],
    ['```dot title="The `queue`"\ngraph { a }', '1:1'],
    ['<p>a :smile: b</p>', '1:6'],
    ['| a |\n| --- |\n| :x: |', '3:3'],
    ['##Heading', '1:1'],
    ['| a | b |', '1:1'],
    ['*[HTML]: x', '1:1'],
    ['[TOC]', '1:1'],
    ['[[_TOC_]]', '1:1'],
    ['The method __init__ runs', '1:12'],
  ])('in %j', ([source = '', ...places]) => {
    expect(refused(source).toSorted()).toEqual(places.toSorted());
  });
});

test('a long text of marks takes no long time', () => {
  const marks = ['[', '![', '[[', '$', '==', ':', '|', '| ', '](', '^a', '*[', 'a ', '[a][', '$a '];
  for (const mark of marks) expect(refused(mark.repeat(20_000)).length).toBeLessThan(20_001);
});

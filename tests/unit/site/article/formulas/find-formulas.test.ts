import { describe, expect, test } from 'vitest';
import { type Node, positionOf, walk } from '../../../../../src/site/article/mdx-tree.ts';
import { findFormulas } from '../../../../../src/site/article/formulas/find-formulas.ts';
import { parseTree } from '../../../../../src/site/article/formulas/parse-tree.ts';
import { articleBlocks } from '../../../../../src/site/audit/plan/article-blocks.ts';
import { seeded } from '../../../../fixtures/seeded.ts';

/** TeX in an article. */
const formulasIn = (source: string): readonly string[] => findFormulas(source).map(({ tex }) => tex);

describe('signs of formulas', () => {
  test.for([
    ['The sum $\\frac{n(n+1)}{2}$ of $n$ numbers', ['\\frac{n(n+1)}{2}', 'n']],
    ['the $n$th of $k$s, on the $x$-axis', ['n', 'k', 'x']],
    ['$a\\$b$', ['a\\$b']],
    ['in **$x*y$** and [a $z$](/a/$b$/)', ['x*y', 'z']],
    ['| $|a|$ | $b$ |\n| - | - |', ['|a|', 'b']],
    ['> a $x +\n> y$ b', ['x +\n> y']],
    ['~~~sh\necho $A $B\n~~~\n\n$x$', ['x']],
    ['- ```sh\n  $a$\n  ```\n- $y$', ['y']],
  ] as const)('are around a formula: %s', ([source, expected]) => {
    expect(formulasIn(source)).toEqual(expected);
  });

  test.for([
    'It costs $5 and $6, from $5-$6, US$7 and CA$8, $9.',
    'It costs $5 and {3} and $6.',
    'Set $HOME and $PATH, or $HOME/$USER.',
    '`$x$`, ``a ` $x$``, \\$x\\$ and \\$x$.',
    'It costs $5 <b title="$">now</b>, <Value file="a.py" match="(\\d+)$">5</Value>.',
    '{/* $x$ */}',
    '![a $x$](./a.svg)',
    '$x\n\ny$',
    '$ x$ and $x $',
    '---\ntitle: $x$\n---\n',
  ])('are prices, code or signs: %s', source => {
    expect(formulasIn(source)).toEqual([]);
  });

  test('are no marks of Markdown, and begin no program', () => {
    const source = 'A $x_1 * {y}$ and *a* $z_{1}$.\n\n- $a$ b\n';
    const nodes = [...walk(parseTree(source) as Node)].map(([node]) => node);
    const formulas = nodes.filter(({ type }) => type === 'inlineMath');
    expect(
      formulas.map(node => [node.value, source.slice(positionOf(node).start, positionOf(node).end)]),
    ).toEqual([
      ['x_1 * {y}', '$x_1 * {y}$'],
      ['z_{1}', '$z_{1}$'],
      ['a', '$a$'],
    ]);
    expect(formulas.map(({ position }) => [position?.start.line, position?.start.column])).toEqual([
      [1, 3],
      [1, 23],
      [3, 3],
    ]);
    expect(nodes.filter(({ type }) => type === 'emphasis')).toHaveLength(1);
    expect(nodes.filter(({ type }) => type.includes('Expression'))).toEqual([]);
  });

  test('are the same for the audit, which finds them with its own code', () => {
    const parts = [
      '$',
      '$x$',
      '$5',
      ' ',
      '\n',
      '\n\n',
      '`',
      '```\n',
      '\\',
      'a',
      '**',
      '> ',
      '- ',
      'th',
      '"',
      '=',
      '|',
    ];
    const random = seeded(7);
    let read = 0;
    for (let round = 0; round < 3000; round += 1) {
      const source = random.list(12, () => random.pick(parts)).join('');
      const tree = parseTree(source) as Node;
      const own = [...walk(tree)].flatMap(([{ type, value }]) => (type === 'inlineMath' ? value : []));
      const blocks = articleBlocks(source).blocks.flatMap(each =>
        each.kind === 'formula' && !each.isBlock ? each.tex : [],
      );
      const isDouble = findFormulas(source).some(formula => formula.isDouble);
      if (isDouble) continue;
      expect([source, blocks]).toEqual([source, own]);
      read += own.length;
    }
    expect(read).toBeGreaterThan(300);
  });

  test('are found in a time that grows with the text', () => {
    for (const part of ['$a ', '`', '```\n', '$$ \\', '`a ``b ', '<a $', '$a{', '\\$', '![$', '](']) {
      const source = part.repeat(Math.ceil(40_000 / part.length));
      expect(findFormulas(`${source}$`).length).toBeLessThan(source.length);
    }
  });
});

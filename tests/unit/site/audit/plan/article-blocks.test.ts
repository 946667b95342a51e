import { expect, test } from 'vitest';
import { articleBlocks } from '../../../../../src/site/audit/plan/article-blocks.ts';

const shapes = (source: string): string[] =>
  articleBlocks(source).blocks.map(block => {
    const name =
      ('id' in block
        ? block.id
        : 'title' in block
          ? (block.title ?? ('name' in block ? block.name : undefined))
          : undefined) ?? (block.kind === 'fence' ? block.code : '');
    return `${block.kind} ${name.trim()}${block.folds > 0 ? ` in ${block.folds}` : ''}`;
  });

test('the blocks of an article come in the order of its page: footnotes are at the end', () => {
  const source = `---
title: x
---

One[^b] <Value file="a/v.py" match="(x)">x</Value> and[^a].

[^a]: Note <Value file="a/first.py" match="(x)">x</Value>
[^b]: Note <Value file="a/second.py" match="(x)">x</Value>

<Tip title="A title">

<Example file="a/one.py" region="r" />

</Tip>

<details>
<summary>s</summary>

- <Output file="a/two/main.py" outputLines="2-3" />

</details>

\`\`\`sh
ls
\`\`\`
`;
  expect(shapes(source)).toEqual([
    'value a/v',
    'callout A title',
    'figure a/one',
    'figure a/two in 1',
    'fence ls',
    'value a/second',
    'value a/first',
  ]);
});

test('what looks like a reference in code or in a comment is none', () => {
  expect(shapes('`<Example file="a.py" />`\n\n{/* <Example file="b.py" /> */}\n')).toEqual([]);
});

test.each([
  ['import x from "./x.ts";', 'import x from "./x.ts";'],
  ['export const a = 1;', 'export const a = 1;'],
  ['A {process.env.HOME} b', 'process.env.HOME'],
  ['<Note title={process.env.HOME}>x</Note>', 'title'],
  ['<div {...{title: 1}}>x</div>', '{…}'],
  ['A {`${1}`} b', '`${1}`'],
])('%s is a program', (source, program) => {
  expect(articleBlocks(source).programs).toEqual([program]);
});

test('literals and comments are no programs', () => {
  const source = '{/* a note */}\n\nA{" "}b {3} <Example file={"a.py"} code={false} block={true} />\n';
  expect(articleBlocks(source).programs).toEqual([]);
});

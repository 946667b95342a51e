import type { Problem } from '../../core/problems/problem.ts';
import { shownBy } from '../article/props.ts';
import { type Node, positionOf } from '../article/mdx-tree.ts';

const VALUE = String.raw`<Value file="threading/lock.py" match="Counter: (\d+)">500000</Value>`;

/** Expressions whose value only the rendered page shows, so that the Markdown edition cannot say it. */
export function expressionProblems(node: Node, file: string): Problem[] {
  const inside = (node.children ?? []).flatMap(child => expressionProblems(child, file));
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return inside;
  const { value = '' } = node;
  if (shownBy(value) !== undefined) return inside;
  const { line, column } = positionOf(node);
  return [
    {
      file,
      line,
      column,
      title: `The Markdown edition of the article cannot say what {${value.trim().split('\n')[0]}} is.`,
      remedy: `Write its value; for one that a program prints: ${VALUE}`,
    },
  ];
}

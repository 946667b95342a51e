import type { Problem } from '../../core/problems/problem.ts';
import { type Node, positionOf, walk } from '../article/mdx-tree.ts';
import { shownBy } from '../article/props.ts';
import { problemsAt } from './problems-at.ts';

const VALUE = String.raw`<Value file="threading/lock.py" match="Counter: (\d+)">500000</Value>`;

/** Expressions whose value only the rendered page shows, so the Markdown edition cannot include it. */
export function expressionProblems(tree: Node, file: string): Problem[] {
  const expressions = [...walk(tree)]
    .filter(({ type }) => type === 'mdxFlowExpression' || type === 'mdxTextExpression')
    .map(node => ({ value: node.value ?? '', position: positionOf(node) }))
    .filter(({ value }) => shownBy(value) === undefined);
  return problemsAt(expressions, file, ({ value }) => [
    {
      title: `The Markdown edition of the article cannot say what {${value.trim().split('\n')[0]}} is.`,
      remedy: `Write its value; for one that a program prints: ${VALUE}`,
    },
  ]);
}

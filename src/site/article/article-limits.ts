import type { Problem } from '../../core/problems/problem.ts';
import { type Node, positionOf } from './mdx-tree.ts';

/** Quotes, lists and other parts inside one another. Nobody reads more, and each level costs stack. */
const MAX_DEPTH = 50;

/** What an article may have most of. The parser takes time by the square of some of them. */
const LIMITS = [
  { count: (source: string) => source.length, most: 500_000, what: 'characters' },
  { count: (source: string) => source.split('{').length - 1, most: 5_000, what: '"{"' },
  { count: (source: string) => source.split('<').length - 1, most: 5_000, what: '"<"' },
] as const;

/** A line that begins with more signs of quotes and lists than an article may nest. */
const NESTED_LINE = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${MAX_DEPTH + 1}}`, 'm');

/** What is too much in an article for its parser; undefined if all is well. */
export function sizeProblem(source: string, file: string): Problem | undefined {
  for (const { count, most, what } of LIMITS) {
    const found = count(source);
    if (found > most)
      return {
        file,
        title: `It has ${found} ${what}: the most is ${most}.`,
        remedy: 'Make two articles of it.',
      };
  }
  const deep = NESTED_LINE.exec(source);
  return deep === null ? undefined : depthProblem(file, source.slice(0, deep.index).split('\n').length);
}

/** The first part of a tree that is nested too deep. Walks without recursion, since a deep tree ends it. */
export function nestingProblem(tree: Node, file: string): Problem | undefined {
  const waiting = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > MAX_DEPTH) return depthProblem(file, positionOf(node).line, positionOf(node).column);
    for (const child of node.children ?? []) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

function depthProblem(file: string, line: number, column = 1): Problem {
  const title = `It is nested more than ${MAX_DEPTH} levels deep.`;
  return {
    file,
    line,
    column,
    title,
    remedy: 'Take some of the levels away; if it is no quote or list: \\>',
  };
}

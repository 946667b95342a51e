import type { Problem } from '../../core/problems/problem.ts';
import type { Position } from '../article/mdx-tree.ts';

/** What is wrong and what to do, without a position. */
export type Finding = Pick<Problem, 'title' | 'remedy'>;

/** Checks each thing of an article, and reports what is wrong at its position. */
export function problemsAt<T extends { readonly position: Pick<Position, 'line' | 'column'> }>(
  things: readonly T[],
  file: string,
  check: (thing: T, index: number) => readonly (Finding | false | undefined)[],
): Problem[] {
  return things.flatMap((thing, index) => {
    const { line, column } = thing.position;
    return check(thing, index).flatMap(finding => (finding ? [{ file, line, column, ...finding }] : []));
  });
}

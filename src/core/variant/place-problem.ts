import type { Example } from '../example/example.ts';
import type { Problem } from '../problems/problem.ts';
import { positionInTable } from '../example/variant-tables.ts';

/**
 * A problem of an example, where its author finds it. In a variant, lines are those of its own source: the
 * author has the file of the original, in which the variant is a table.
 */
export function placeProblem({ variant }: Example, problem: Problem): Problem {
  if (variant === undefined || problem.file !== variant.of.file) return problem;
  const { of: original, name, index, originalLines } = variant;
  const { block } = original.metadata;
  const { line } = problem;
  const isOfBlock = line === undefined || (block !== undefined && line >= block.first && line <= block.last);
  const position = isOfBlock
    ? positionInTable(original, index, 'name')
    : { line: originalLines[line - 1] ?? line, column: undefined };
  return { ...problem, ...position, title: `Variant "${name}": ${problem.title}` };
}

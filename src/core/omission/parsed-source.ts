import { parsePython, type SyntaxNode, textsOf, type Tree } from '../variant/remove-statement.ts';

/** A Python source with its tree. Samples of strangers are long, so lines are found by halves. */
export interface ParsedSource {
  readonly source: string;
  readonly tree: Tree;
  /** The line, 1-based, that an offset is in. */
  readonly lineOf: (offset: number) => number;
  /** Whether a line has code: it is neither blank nor a comment. */
  readonly isCode: (line: number) => boolean;
}

export function parseSource(source: string): ParsedSource {
  const tree = parsePython(source);
  const starts = [0];
  for (let end = source.indexOf('\n'); end !== -1; end = source.indexOf('\n', end + 1)) starts.push(end + 1);
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  // A line inside a string is code, even if it looks like a comment.
  const inText = new Set(
    textsOf(tree, 0, source.length).flatMap(({ from, to }) => {
      const first = lineOf(from);
      return Array.from({ length: lineOf(to) - first }, (_, index) => first + index + 1);
    }),
  );
  const isCode = (line: number): boolean => {
    const text = source.slice(starts[line - 1] ?? source.length, starts[line] ?? source.length).trimStart();
    return text !== '' && (inText.has(line) || !text.startsWith('#'));
  };
  return { source, tree, lineOf, isCode };
}

/** The first and the last line of a node, without the white space at its end. */
export function extentOf({ source, lineOf }: ParsedSource, { from, to }: Pick<SyntaxNode, 'from' | 'to'>) {
  return { first: lineOf(from), last: lineOf(from + source.slice(from, to).trimEnd().length) };
}

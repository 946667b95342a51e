import { lineFinder } from '../text/lines.ts';
import { parsePython, type SyntaxNode, textsOf, type Tree } from '../variant/remove-statement.ts';

/** A Python source with its tree. */
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
  const lineOf = lineFinder(source);
  const lines = source.split('\n');
  // A line inside a string is code, even if it looks like a comment.
  const inText = new Set(
    textsOf(tree, 0, source.length).flatMap(({ from, to }) => {
      const first = lineOf(from);
      return Array.from({ length: lineOf(to) - first }, (_, index) => first + index + 1);
    }),
  );
  const isCode = (line: number): boolean => {
    const text = lines[line - 1]?.trimStart() ?? '';
    return text !== '' && (inText.has(line) || !text.startsWith('#'));
  };
  return { source, tree, lineOf, isCode };
}

/** The first and the last line of a node, without the white space at its end. */
export function extentOf({ source, lineOf }: ParsedSource, { from, to }: Pick<SyntaxNode, 'from' | 'to'>) {
  return { first: lineOf(from), last: lineOf(from + source.slice(from, to).trimEnd().length) };
}

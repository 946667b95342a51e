/** A node of the tree of an article: https://github.com/syntax-tree/mdast, and what MDX adds to it. */
export interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly depth?: number;
  readonly url?: string;
  readonly alt?: string | null;
  readonly spread?: boolean;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly Node[];
  readonly position?: {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

/** A place in an article: line and column from 1, and its offsets in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** Where a node is in its article. */
export function positionOf({ position }: Node): Position {
  if (position === undefined) throw new Error('The MDX parser returned a node without a position');
  const { start, end } = position;
  return { line: start.line, column: start.column, start: start.offset, end: end.offset };
}

/** All text in a node. */
export function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** A node and everything below it, in the order of the text. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

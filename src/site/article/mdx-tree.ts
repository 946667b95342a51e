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
  /** Of a picture and of a link. */
  readonly title?: string | null;
  /** Of a definition and of what refers to it. */
  readonly identifier?: string;
  readonly spread?: boolean;
  /** Of a list. */
  readonly ordered?: boolean;
  /** Of a heading: what braces at its end ask for, `{#own-id}`. */
  readonly data?: { readonly hProperties?: Readonly<Record<string, unknown>> };
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

/** Where links to a heading lead. */
export interface Anchor {
  /** That of its author, or as the compiler makes it. */
  readonly id: string;
  readonly isOwn: boolean;
  /** What the braces at its end hold besides an id. */
  readonly others: readonly string[];
}

/** @param made makes the anchor of a heading that has none of its own */
export function anchorOf({ data }: Node, made: () => string): Anchor {
  const { id, ...others } = data?.hProperties ?? {};
  const isOwn = typeof id === 'string';
  return { id: isOwn ? id : made(), isOwn, others: Object.keys(others) };
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

/** The position of an index in a text that begins at a position. */
export function positionAt(
  text: string,
  index: number,
  { line, column }: Pick<Position, 'line' | 'column'>,
): Pick<Position, 'line' | 'column'> {
  const before = text.slice(0, index).split('\n');
  const last = before.at(-1) ?? '';
  return { line: line + before.length - 1, column: last.length + (before.length === 1 ? column : 1) };
}

/** All text in a node. */
export function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** A node and everything below it, in the order of the text, each with the nodes that enclose it. */
export function* walk(
  node: Node,
  around: readonly Node[] = [],
): Generator<readonly [node: Node, around: readonly Node[]]> {
  yield [node, around];
  const inside = [...around, node];
  for (const child of node.children ?? []) yield* walk(child, inside);
}

/** JavaScript between braces that is not a literal: its value is known only when the page is rendered. */
export class Expression {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/**
 * The value of a string, number or boolean as JavaScript writes it. Any other expression stays an expression,
 * and so does a string in single quotes or backticks that has an escape or a hole in it.
 */
export function literalOf(source: string): string | number | boolean | Expression {
  const { text } =
    /^\s*(?<quote>['`])(?<text>(?:(?!\k<quote>|\$\{)[^\\])*)\k<quote>\s*$/.exec(source)?.groups ?? {};
  if (text !== undefined) return text;
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  } catch {
    // Only a literal is JSON.
  }
  return new Expression(source.trim());
}

/** What an expression shows on a page, if that can be read off: a text, a number, or nothing (a comment). */
export function shownBy(source: string): string | undefined {
  if (/^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(source)) return '';
  const value = literalOf(source);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The key of a spread, `{...props}`, among the props of a tag. */
export const SPREAD = '{…}';

/** Props of a tag: text and literals as their values, all else as an `Expression`. */
export function propsOf({ attributes = [] }: Node): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ type, name = '', value }) =>
      type === 'mdxJsxAttribute' ? [name, propValue(value)] : [SPREAD, true],
    ),
  );
}

/** Names that a tag gives to more than one of its props: which of them counts is not the same everywhere. */
export function repeatedProps({ attributes = [] }: Node): readonly string[] {
  const names = attributes.map(({ name }) => name ?? SPREAD);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** A prop without a value is `true`. */
function propValue(value: unknown): unknown {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : literalOf(String((value as { value?: unknown }).value ?? ''));
}

/** Where the props of a tag are, by their names. */
export type PropPositions = Readonly<Record<string, Pick<Position, 'line' | 'column'>>>;

/** The parser reports where a tag begins, but not where its props are: this finds them in the source. */
export function findPropPositions(
  source: string,
  position: Position,
  names: readonly string[],
): PropPositions {
  const tag = source.slice(position.start, position.end);
  const found = names.map(name => {
    const at = tag.search(
      name === SPREAD ? /\{\s*\.{3}/ : new RegExp(`(?<=[\\s"'}])${RegExp.escape(name)}(?=[\\s=/>])`),
    );
    return [name, positionAt(tag, Math.max(0, at), position)];
  });
  return Object.fromEntries(found);
}

import type { SourceEdit } from '../variant/edits.ts';
import { endOfLine, type SyntaxNode } from '../variant/remove-statement.ts';
import type { Flag } from './part.ts';
import type { ParsedSource } from './parsed-source.ts';

/** What has items with commas between them. */
const LISTS = new Set([
  'ArgList',
  'ParamList',
  'TupleExpression',
  'ArrayExpression',
  'SetExpression',
  'DictionaryExpression',
]);
const BRACKET = /^[()[\]{}]$/;

/**
 * What of a statement is wholly in some of its lines: arguments, items of a list, an operand, texts. The
 * edits take it out.
 */
export function itemsOnLines(
  parsed: ParsedSource,
  node: SyntaxNode,
  marked: ReadonlySet<number>,
): readonly SourceEdit[] {
  const { lineOf } = parsed;
  const isMarked = (from: number, to: number): boolean => {
    const [first, last] = [lineOf(from), lineOf(to)];
    // Few lines are marked, and a node may have many.
    if (last - first >= marked.size) return false;
    const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return lines.every(line => marked.has(line));
  };
  const children = childrenOf(node);
  const [left, right] = [children[0], children.at(-1)];
  if (node.name === 'String') return linesOfText(parsed, node, marked);
  if (node.name === 'ContinuedString') return children.filter(({ from, to }) => isMarked(from, to)).map(out);
  if (node.name === 'BinaryExpression' && left !== undefined && right !== undefined) {
    const rest = { from: left.nextSibling?.from ?? right.from, to: right.to };
    if (isMarked(rest.from, rest.to)) return [out(rest)];
  }
  const isList = LISTS.has(node.name);
  const items = isList ? itemsOf(children) : children.map(each => ({ nodes: [each], ...rangeOf(each) }));
  return items.flatMap(item => {
    if (isList && isMarked(item.from, item.end)) return [out(item)];
    return item.nodes.flatMap(each => itemsOnLines(parsed, each, marked));
  });
}

/** Names of arguments that no recording can show: it holds what was written, not when. */
const UNSEEN = new Set(['flush']);

/** The arguments of calls in a statement that are `True` or `False`: `daemon=True`. */
export function flagsIn(source: string, node: SyntaxNode): readonly Flag[] {
  const children = childrenOf(node);
  if (node.name !== 'ArgList') return children.flatMap(child => flagsIn(source, child));
  return itemsOf(children).flatMap(item => {
    const [name, sign, value] = item.nodes;
    const isFlag = sign?.name === 'AssignOp' && value?.name === 'Boolean';
    if (!isFlag) return item.nodes.flatMap(each => flagsIn(source, each));
    const isSeen = !UNSEEN.has(source.slice(name?.from, name?.to));
    return isSeen ? [{ text: source.slice(item.from, item.end), edits: [out(item)] }] : [];
  });
}

const rangeOf = ({ from, to }: SyntaxNode): Omit<Item, 'nodes'> => ({ from, to, end: to });

interface Item {
  readonly nodes: readonly SyntaxNode[];
  readonly from: number;
  /** Behind the comma that follows, if there is one. */
  readonly to: number;
  /** Behind the item itself. */
  readonly end: number;
}

function itemsOf(children: readonly SyntaxNode[]): readonly Item[] {
  const items: Item[] = [];
  let nodes: SyntaxNode[] = [];
  const close = (comma?: SyntaxNode): void => {
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (first !== undefined && last !== undefined)
      items.push({ nodes, from: first.from, to: comma?.to ?? last.to, end: last.to });
    nodes = [];
  };
  for (const child of children) {
    if (child.name === ',') close(child);
    else if (!BRACKET.test(child.name) && child.name !== 'Comment') nodes.push(child);
  }
  close();
  return items;
}

/** The lines of a long text that are between its first and its last. */
function linesOfText(
  { source, lineOf }: ParsedSource,
  text: SyntaxNode,
  marked: ReadonlySet<number>,
): SourceEdit[] {
  const edits: SourceEdit[] = [];
  for (let from = endOfLine(source, text.from); from < text.to; from = endOfLine(source, from)) {
    const to = endOfLine(source, from);
    if (to <= text.to && marked.has(lineOf(from))) edits.push({ from, to, text: '' });
  }
  return edits;
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== 'Body') all.push(child);
  return all;
}

const out = ({ from, to }: { readonly from: number; readonly to: number }): SourceEdit => ({
  from,
  to,
  text: '',
});

import { parser } from '@lezer/python';
import type { SourceEdit } from './edits.ts';

/** Statements with a body that stays if their first line is taken out. */
const KEEPS_BODY = new Set([
  'WithStatement',
  'IfStatement',
  'ForStatement',
  'WhileStatement',
  'TryStatement',
]);
const STATEMENT = /Statement$|Definition$/;
const IN_STRING = /String$/;

export type Tree = ReturnType<typeof parser.parse>;
export type SyntaxNode = Tree['topNode'];

/** A Python source → its tree. */
export function parsePython(source: string): Tree {
  return parser.parse(source);
}

/** A statement of a source, by its offset, and the edits that take it out. */
export interface Statement {
  readonly from: number;
  readonly removal: () => readonly SourceEdit[];
}

/**
 * The statements of a Python source, outermost first. Taking one out takes all of its lines; of a `with`, an
 * `if` or a loop the first line alone, and what was inside moves to the left. A body that would be empty gets
 * a `pass`.
 */
export function statementsOf(source: string): readonly Statement[] {
  const tree = parsePython(source);
  const found: Statement[] = [];
  tree.iterate({
    enter: ({ name, from, node }) => {
      // A decorated function is one statement.
      const isInner = node.parent?.name === 'DecoratedStatement';
      if (STATEMENT.test(name) && !isInner)
        found.push({ from, removal: () => removalOf(source, tree, node) });
    },
  });
  return found;
}

/** Takes a statement out: all of its lines, or the first line of one whose body stays. */
export function removalOf(source: string, tree: Tree, statement: SyntaxNode): readonly SourceEdit[] {
  const isOnlyBody = statement.getChildren('Body').length === 1;
  const kept =
    KEEPS_BODY.has(statement.name) && isOnlyBody ? withoutHeader(source, tree, statement) : undefined;
  return kept ?? wholeRemoval(source, statement);
}

/** Takes all lines of a statement out. */
export function wholeRemoval(source: string, statement: SyntaxNode): readonly SourceEdit[] {
  const from = startOfLine(source, statement.from);
  const text = isAlone(statement) ? `${source.slice(from, statement.from)}pass\n` : '';
  return [{ from, to: endOfLine(source, endOf(source, statement)), text }];
}

/**
 * Takes the first line of a statement out, and what follows its first body: `else`, `except`, `finally`. What
 * was inside moves to the left. Undefined if it has no body.
 */
export function withoutHeader(
  source: string,
  tree: Tree,
  statement: SyntaxNode,
): readonly SourceEdit[] | undefined {
  const [body, next] = statement.getChildren('Body');
  const [first] = body === undefined ? [] : statementsIn(body);
  if (body === undefined || first === undefined) return undefined;
  const from = startOfLine(source, statement.from);
  const end = endOf(source, statement);
  const endOfBody = next === undefined ? end : endOf(source, body);
  const others = { from: endOfLine(source, endOfBody), to: endOfLine(source, end), text: '' };
  const rest = next === undefined ? [] : [others];
  // `with lock: total += 1` is one line.
  if (startOfLine(source, first.from) <= body.from)
    return [{ from: statement.from, to: first.from, text: '' }, ...rest];
  const header = { from, to: endOfLine(source, body.from), text: '' };
  const depth = first.from - startOfLine(source, first.from) - (statement.from - from);
  return [header, ...movedLeft(source, tree, header.to, endOfBody, depth), ...rest];
}

/** The offset behind the last character of a node that is not white space. */
export function endOf(source: string, { from, to }: SyntaxNode): number {
  return from + source.slice(from, to).trimEnd().length;
}

/** Takes blanks from the start of each line, except where that is inside a string. */
function movedLeft(source: string, tree: Tree, from: number, to: number, depth: number): SourceEdit[] {
  const edits: SourceEdit[] = [];
  const texts = textsOf(tree, from, to);
  let next = 0;
  for (let start = from; start < to; start = endOfLine(source, start)) {
    while ((texts[next]?.to ?? to) <= start && next < texts.length) next += 1;
    const blanks = /^[ \t]*/.exec(source.slice(start, endOfLine(source, start)))?.[0].length ?? 0;
    const isText = (texts[next]?.from ?? to) < start;
    if (blanks > 0 && !isText) edits.push({ from: start, to: start + Math.min(blanks, depth), text: '' });
  }
  return edits;
}

/** The strings of a part of a source, in their order: found at once, since a sample may have many lines. */
export function textsOf(tree: Tree, from: number, to: number): readonly Pick<SyntaxNode, 'from' | 'to'>[] {
  const texts: Pick<SyntaxNode, 'from' | 'to'>[] = [];
  const enter = (node: Pick<SyntaxNode, 'name' | 'from' | 'to'>): boolean => {
    const isText = IN_STRING.test(node.name);
    if (isText) texts.push({ from: node.from, to: node.to });
    return !isText;
  };
  tree.iterate({ from, to, enter });
  return texts;
}

/** The statements directly inside a node. */
export function statementsIn(node: SyntaxNode): readonly SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (STATEMENT.test(child.name) || child.name === 'StatementGroup') all.push(child);
  return all;
}

/** Whether a statement is all that a body has. */
function isAlone({ parent }: SyntaxNode): boolean {
  return parent?.name === 'Body' && statementsIn(parent).length === 1;
}

/** The offset of the first character of the line that an offset is in. */
export function startOfLine(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the line feed of the line that an offset is in. */
export function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end + 1;
}

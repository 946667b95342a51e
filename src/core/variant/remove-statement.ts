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

type Tree = ReturnType<typeof parser.parse>;
type SyntaxNode = Tree['topNode'];

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
  const tree = parser.parse(source);
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

function removalOf(source: string, tree: Tree, statement: SyntaxNode): readonly SourceEdit[] {
  const from = startOfLine(source, statement.from);
  const end = statement.from + source.slice(statement.from, statement.to).trimEnd().length;
  const body = KEEPS_BODY.has(statement.name) ? onlyBody(statement) : undefined;
  const [first] = body === undefined ? [] : statementsIn(body);
  if (body !== undefined && first !== undefined) {
    // `with lock: total += 1` is one line.
    if (startOfLine(source, first.from) <= body.from)
      return [{ from: statement.from, to: first.from, text: '' }];
    const header = { from, to: endOfLine(source, body.from), text: '' };
    const depth = first.from - startOfLine(source, first.from) - (statement.from - from);
    return [header, ...movedLeft(source, tree, header.to, end, depth)];
  }
  const text = isAlone(statement) ? `${source.slice(from, statement.from)}pass\n` : '';
  return [{ from, to: endOfLine(source, end), text }];
}

/** Takes blanks from the start of each line, except where that is inside a string. */
function movedLeft(source: string, tree: Tree, from: number, to: number, depth: number): SourceEdit[] {
  const edits: SourceEdit[] = [];
  for (let start = from; start < to; start = endOfLine(source, start)) {
    const blanks = /^[ \t]*/.exec(source.slice(start, endOfLine(source, start)))?.[0].length ?? 0;
    const isText = IN_STRING.test(tree.resolveInner(start, 1).name);
    if (blanks > 0 && !isText) edits.push({ from: start, to: start + Math.min(blanks, depth), text: '' });
  }
  return edits;
}

/** The body of a statement that has one body and no `else`, `except` or `finally`. */
function onlyBody(statement: SyntaxNode): SyntaxNode | undefined {
  const bodies = statement.getChildren('Body');
  return bodies.length === 1 ? bodies[0] : undefined;
}

function statementsIn(node: SyntaxNode): readonly SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (STATEMENT.test(child.name) || child.name === 'StatementGroup') all.push(child);
  return all;
}

/** Whether a statement is all that a body has. */
function isAlone({ parent }: SyntaxNode): boolean {
  return parent?.name === 'Body' && statementsIn(parent).length === 1;
}

function startOfLine(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end + 1;
}

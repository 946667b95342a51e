import type { SourceEdit } from '../variant/edits.ts';
import {
  endOf,
  endOfLine,
  startOfLine,
  type SyntaxNode,
  wholeRemoval,
  withoutHeader,
} from '../variant/remove-statement.ts';
import type { Part } from './part.ts';
import type { ParsedSource } from './parsed-source.ts';

/** How something is taken out. */
export type TakenOut = Pick<Part, 'change' | 'edits'>;

/** Blocks that guard what is inside: taken out, that stays. */
const GUARDS = new Set(['WithStatement', 'TryStatement']);
const DEFINITIONS = new Set(['FunctionDefinition', 'ClassDefinition']);

/** A statement whose lines are all highlighted → how it is taken out. */
export function takeOutBlock(parsed: ParsedSource, block: SyntaxNode): TakenOut {
  if (GUARDS.has(block.name) || DEFINITIONS.has(block.name)) return takeOutHeader(parsed, block);
  return { change: 'out', edits: wholeRemoval(parsed.source, block) };
}

/** A block of which the first line is highlighted → how that is taken out. */
export function takeOutHeader({ source, tree }: ParsedSource, block: SyntaxNode): TakenOut {
  const body = block.getChild('Body');
  if (DEFINITIONS.has(block.name) && body !== null)
    return { change: 'body', edits: [{ from: body.from + 1, to: endOf(source, body), text: ' pass' }] };
  const edits = withoutHeader(source, tree, block);
  return edits === undefined
    ? { change: 'out', edits: wholeRemoval(source, block) }
    : { change: 'header', edits };
}

/** A clause after the first: `else`, `elif`, `except`, `finally`, `case` → how it is taken out. */
export function takeOutClause(parsed: ParsedSource, clause: Clause): TakenOut {
  const { source } = parsed;
  const { block, from, body } = clause;
  const [handlers, others, finals] = ['except', 'else', 'finally'].map(name => block.getChildren(name));
  const isHandler = clause.keyword === 'except' && handlers?.length === 1;
  // A `try` needs an `except` or a `finally`, and an `else` needs an `except`.
  const isNeeded = isHandler ? finals?.length === 0 || others?.length === 1 : clause.keyword === 'finally';
  const lone = isNeeded && (isHandler || handlers?.length === 0);
  if (block.name === 'TryStatement' && lone) return takeOutHeader(parsed, block);
  const lines = { from: startOfLine(source, from), to: endOfLine(source, endOf(source, body)) };
  return { change: 'out', edits: [{ ...lines, text: '' }] };
}

/** A part of a block: its first line, or `else:` and the like, with what is inside. */
export interface Clause {
  readonly block: SyntaxNode;
  /** The word that it begins with. */
  readonly keyword: string;
  readonly from: number;
  readonly body: SyntaxNode;
}

/** A statement without a body → how it is taken out. An assignment loses its value: others use its name. */
export function takeOutStatement({ source }: ParsedSource, statement: SyntaxNode): TakenOut {
  const value = statement.name === 'AssignStatement' ? assignedIn(statement) : undefined;
  if (value !== undefined && source.slice(value.from, endOf(source, statement)) !== 'None')
    return takeOutValue(source, value, endOf(source, statement));
  return { change: 'out', edits: wholeRemoval(source, statement) };
}

function assignedIn(assignment: SyntaxNode): SyntaxNode | undefined {
  return assignment.getChildren('AssignOp').at(-1)?.nextSibling ?? undefined;
}

function takeOutValue(source: string, value: SyntaxNode, end: number): TakenOut {
  const call = value.name === 'AwaitExpression' ? value.lastChild : value;
  const args = call?.name === 'CallExpression' ? call.getChild('ArgList') : null;
  const none: SourceEdit = { from: value.from, to: end, text: 'None' };
  if (args === null || args.to !== end) return { change: 'none', edits: [none] };
  const given: SourceEdit = { from: args.from + 1, to: args.to - 1, text: '' };
  if (source.slice(given.from, given.to).trim() === '') return { change: 'none', edits: [none] };
  return { change: 'arguments', edits: [given] };
}

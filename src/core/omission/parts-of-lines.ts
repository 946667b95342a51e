import { lineAt } from '../variant/edits.ts';
import {
  endOf,
  endOfLine,
  parsePython,
  startOfLine,
  statementsIn,
  type SyntaxNode,
} from '../variant/remove-statement.ts';
import { flagsIn, itemsOnLines } from './items-on-lines.ts';
import type { Part } from './part.ts';
import {
  type Clause,
  type ParsedSource,
  takeOutBlock,
  takeOutClause,
  takeOutHeader,
  takeOutStatement,
  type TakenOut,
} from './take-out.ts';

/**
 * Highlighted lines that follow each other → the parts of the sample that they are for. Lines of one
 * statement, or all lines of one block, are one part. Comments and blank lines belong to the code beside
 * them; alone they are a part that has no edits.
 * @param lines of the file, 1-based
 */
export function partsOfLines(source: string, lines: readonly number[]): readonly Part[] {
  const parsed = { source, tree: parsePython(source) };
  const code = lines.filter(line => isCode(parsed, line));
  if (code.length === 0) return [{ ...named(source, lines), change: 'nothing', edits: [] }];
  return partsIn(parsed, parsed.tree.topNode, new Set(code));
}

type Marked = ReadonlySet<number>;

function partsIn(parsed: ParsedSource, container: SyntaxNode, marked: Marked): readonly Part[] {
  return statementsIn(container).flatMap(statement => partsOf(parsed, statement, marked));
}

function partsOf(parsed: ParsedSource, statement: SyntaxNode, marked: Marked): readonly Part[] {
  const { source } = parsed;
  const own = linesOf(parsed, statement).filter(line => marked.has(line));
  if (own.length === 0) return [];
  if (statement.name === 'DecoratedStatement') return partsOfDecorated(parsed, statement, marked);
  const clauses = clausesOf(statement);
  if (clauses.length === 0) return [partOfStatement(parsed, statement, own)];
  const isWhole = linesOf(parsed, statement).every(line => marked.has(line) || !isCode(parsed, line));
  if (isWhole) return [{ ...named(source, own), ...takeOutBlock(parsed, statement) }];
  return clauses.flatMap((clause, index) => partsOfClause(parsed, clause, index === 0, marked));
}

/** A statement without a body. Lines that it begins before are for what they hold of it. */
function partOfStatement(parsed: ParsedSource, statement: SyntaxNode, own: readonly number[]): Part {
  const { source } = parsed;
  const isBehindStart = !own.includes(lineAt(source, statement.from));
  const items = isBehindStart ? itemsOnLines(source, statement, new Set(own)) : [];
  const taken: TakenOut =
    items.length > 0 ? { change: 'items', edits: items } : takeOutStatement(parsed, statement);
  return { ...named(source, own), ...taken, flags: items.length > 0 ? [] : flagsIn(source, statement) };
}

function partsOfDecorated(parsed: ParsedSource, decorated: SyntaxNode, marked: Marked): readonly Part[] {
  const { source } = parsed;
  const decorators = decorated.getChildren('Decorator').flatMap((decorator): Part[] => {
    const own = linesOf(parsed, decorator).filter(line => marked.has(line));
    const [from, to] = [startOfLine(source, decorator.from), endOfLine(source, endOf(source, decorator))];
    const taken: TakenOut = { change: 'out', edits: [{ from, to, text: '' }] };
    return own.length === 0 ? [] : [{ ...named(source, own), ...taken }];
  });
  const { lastChild: definition } = decorated;
  return [...decorators, ...(definition === null ? [] : partsOf(parsed, definition, marked))];
}

function partsOfClause(
  parsed: ParsedSource,
  clause: Clause,
  isFirst: boolean,
  marked: Marked,
): readonly Part[] {
  const { source } = parsed;
  const { block, from, body } = clause;
  const header = linesBetween(source, from, body.from).filter(line => marked.has(line));
  const inside = partsIn(parsed, body, marked);
  if (header.length === 0) return inside;
  if (!isFirst) {
    const own = linesBetween(source, from, endOf(source, body)).filter(line => marked.has(line));
    return [{ ...named(source, own), ...takeOutClause(parsed, clause) }];
  }
  const isBehindStart = !header.includes(lineAt(source, from));
  const items = isBehindStart ? itemsOnLines(source, block, new Set(header)) : [];
  const taken: TakenOut = items.length > 0 ? { change: 'items', edits: items } : takeOutHeader(parsed, block);
  return [{ ...named(source, header), ...taken }, ...inside];
}

/** The parts of a block, each with a body: `try`, `except`, `else`; of a `match`, it and each `case`. */
function clausesOf(block: SyntaxNode): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = block.firstChild;
  for (let child = start; child !== null; child = child.nextSibling) {
    if (child.name !== 'Body' && child.name !== 'MatchBody') continue;
    clauses.push({ block, keyword: start?.name ?? '', from: start?.from ?? block.from, body: child });
    start = child.nextSibling;
    const cases = child.name === 'MatchBody' ? child.getChildren('MatchClause') : [];
    for (const each of cases) {
      const body = each.getChild('Body');
      if (body !== null) clauses.push({ block, keyword: 'case', from: each.from, body });
    }
  }
  return clauses;
}

function linesOf({ source }: ParsedSource, node: SyntaxNode): readonly number[] {
  return linesBetween(source, node.from, endOf(source, node));
}

function linesBetween(source: string, from: number, to: number): readonly number[] {
  const first = lineAt(source, from);
  return Array.from({ length: lineAt(source, to) - first + 1 }, (_, index) => first + index);
}

/** Whether a line has code: it is neither blank nor a comment. */
function isCode({ source, tree }: ParsedSource, line: number): boolean {
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + text.search(/\S/);
  return text.trim() !== '' && tree.resolveInner(at, 1).name !== 'Comment';
}

function named(source: string, lines: readonly number[]): Pick<Part, 'lines' | 'text' | 'flags'> {
  return { flags: [], lines, text: source.split('\n')[(lines[0] ?? 1) - 1]?.trim() ?? '' };
}

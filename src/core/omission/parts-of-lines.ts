import { endOf, endOfLine, startOfLine, statementsIn, type SyntaxNode } from '../variant/remove-statement.ts';
import { extentOf, type ParsedSource, parseSource } from './parsed-source.ts';
import { flagsIn, itemsOnLines } from './items-on-lines.ts';
import type { Part } from './part.ts';
import {
  type Clause,
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
  const parsed = parseSource(source);
  const code = lines.filter(parsed.isCode);
  if (code.length === 0) return [{ ...named(source, lines), change: 'nothing', edits: [] }];
  return partsIn(parsed, parsed.tree.topNode, new Set(code));
}

type Marked = ReadonlySet<number>;

function partsIn(parsed: ParsedSource, container: SyntaxNode, marked: Marked): readonly Part[] {
  return statementsIn(container).flatMap(statement => partsOf(parsed, statement, marked));
}

function partsOf(parsed: ParsedSource, statement: SyntaxNode, marked: Marked): readonly Part[] {
  const { source } = parsed;
  const { first, last } = extentOf(parsed, statement);
  const own = between(marked, first, last);
  if (own.length === 0) return [];
  if (statement.name === 'DecoratedStatement') return partsOfDecorated(parsed, statement, marked);
  const clauses = clausesOf(statement);
  if (clauses.length === 0) return [partOfStatement(parsed, statement, own)];
  const isWhole = isAllMarked(parsed, first, last, marked);
  if (isWhole) return [{ ...named(source, own), ...takeOutBlock(parsed, statement) }];
  return clauses.flatMap((clause, index) => partsOfClause(parsed, clause, index === 0, marked));
}

/** A statement without a body. Lines that it begins before are for what they hold of it. */
function partOfStatement(parsed: ParsedSource, statement: SyntaxNode, own: readonly number[]): Part {
  const { source } = parsed;
  const isBehindStart = !own.includes(parsed.lineOf(statement.from));
  const items = isBehindStart ? itemsOnLines(parsed, statement, new Set(own)) : [];
  const taken: TakenOut =
    items.length > 0 ? { change: 'items', edits: items } : takeOutStatement(parsed, statement);
  return { ...named(source, own), ...taken, flags: items.length > 0 ? [] : flagsIn(source, statement) };
}

function partsOfDecorated(parsed: ParsedSource, decorated: SyntaxNode, marked: Marked): readonly Part[] {
  const { source } = parsed;
  const decorators = decorated.getChildren('Decorator').flatMap((decorator): Part[] => {
    const { first, last } = extentOf(parsed, decorator);
    const own = between(marked, first, last);
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
  const header = between(marked, parsed.lineOf(from), parsed.lineOf(body.from));
  const inside = partsIn(parsed, body, marked);
  if (header.length === 0) return inside;
  if (!isFirst) {
    const own = between(marked, parsed.lineOf(from), extentOf(parsed, body).last);
    return [{ ...named(source, own), ...takeOutClause(parsed, clause) }];
  }
  const isBehindStart = !header.includes(parsed.lineOf(from));
  const items = isBehindStart ? itemsOnLines(parsed, block, new Set(header)) : [];
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

function between(marked: Marked, first: number, last: number): readonly number[] {
  return [...marked].filter(line => line >= first && line <= last).sort((a, b) => a - b);
}

/** Whether all code from one line to another is marked. */
function isAllMarked({ isCode }: ParsedSource, first: number, last: number, marked: Marked): boolean {
  for (let line = first; line <= last; line += 1) if (!marked.has(line) && isCode(line)) return false;
  return true;
}

function named(source: string, lines: readonly number[]): Pick<Part, 'lines' | 'text' | 'flags'> {
  return { flags: [], lines, text: source.split('\n')[(lines[0] ?? 1) - 1]?.trim() ?? '' };
}

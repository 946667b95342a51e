import { showRanges } from '../../../core/text/lines.ts';
import { classesOf, type PageNode, textIn } from '../tree/page-tree.ts';

/** A line of a variant that it takes out or puts in. */
export const isChange = ({ name }: PageNode): boolean => name === 'del' || name === 'ins';

/** Nobody sees a text of this class, so only the lines of a variant have one. */
export const isHidden = (node: PageNode): boolean => classesOf(node).includes('change');

/** The marker of a note: a style sheet draws it. */
export const isMarker = (node: PageNode): boolean => classesOf(node).includes('at');

/** Classes of a line: lines not shown above it, columns by which it is indented, how it is wrapped. */
const LINE_CLASS = /^(?:n(?<skipped>\d+)|i(?<columns>\d+)|long)$/;

/** Columns that a phone shows: a line whose first word ends behind them breaks inside of it. */
const PHONE_COLUMNS = 26;

/**
 * What a page says of the lines of a code: the numbers that a style sheet gives them, those that are marked
 * or changed, their notes and their ids.
 */
export function codeLines(lines: readonly PageNode[]): { readonly claims: string; readonly markers: number } {
  let number = 0;
  const numbers: number[] = [];
  const marked: number[] = [];
  const changed: Readonly<Record<'del' | 'ins', number[]>> = { del: [], ins: [] };
  const notes: string[] = [];
  const ids: string[] = [];
  for (const [index, line] of lines.entries()) {
    const { name } = line;
    const skipped = skippedBy(line);
    const markers = markersOf(line);
    if (skipped === undefined || markers === undefined) return { claims: '[lines=unreadable]', markers: 0 };
    if (name === 'del' || name === 'ins') changed[name].push(index + 1);
    if (line.attribs?.id !== undefined) ids.push(line.attribs.id);
    if (name === 'del') {
      if (skipped > 0 || markers.length > 0) return { claims: '[lines=unreadable]', markers: 0 };
      continue;
    }
    number += 1 + skipped;
    numbers.push(number);
    notes.push(...markers.map(marker => `${number}:${marker}`));
    if (name === 'mark') marked.push(number);
  }
  const ranges = (claim: string, found: readonly number[]): string =>
    found.length === 0 ? '' : `[${claim}=${showRanges(found)}]`;
  const claims = [
    `[lines=${showRanges(numbers)}]`,
    ranges('marked', marked),
    notes.length === 0 ? '' : `[notes=${notes.join(' ')}]`,
    ranges('removed', changed.del),
    ranges('added', changed.ins),
    ids.length === 0 ? '' : `[ids=${ids.join(' ')}]`,
  ].join('');
  return { claims, markers: notes.length };
}

/** How many lines a line says are not shown above it; undefined if it is no line, or wrongly indented. */
function skippedBy(line: PageNode): number | undefined {
  const { name, children = [] } = line;
  const found = classesOf(line).map(each => LINE_CLASS.exec(each)?.groups);
  const isLine = ['span', 'mark', 'del', 'ins'].includes(name) && /^[^\n]*\n$/.test(textIn(line));
  if (!isLine || found.includes(undefined) || !hasItsWords(line)) return undefined;
  const code = children
    .filter(child => !isHidden(child))
    .map(textIn)
    .join('')
    .replace(/\n$/, '');
  const columns = found.flatMap(groups => groups?.columns ?? []).map(Number);
  const indent = Math.max(0, code.search(/\S/));
  if (columns.length > 1 || (columns[0] ?? 0) !== indent) return undefined;
  const isLong = (/^\s*\S*/.exec(code)?.[0].length ?? 0) > PHONE_COLUMNS;
  if (classesOf(line).includes('long') !== isLong) return undefined;
  return found.reduce((sum, groups) => sum + Number(groups?.skipped ?? 0), 0);
}

/** Whether a line of a variant begins with a word that says what was done to it, unless it stays. */
function hasItsWords({ name, children = [] }: PageNode): boolean {
  const [first] = children;
  if (name !== 'del' && name !== 'ins') return true;
  return (
    first?.name === 'span' && classesOf(first).join() === 'change' && /^\p{Lu}\p{L}+: $/u.test(textIn(first))
  );
}

/** The markers at the end of a line; undefined if one of them is elsewhere, or not empty. */
function markersOf({ children = [] }: PageNode): readonly string[] | undefined {
  const first = children.findIndex(isMarker);
  if (first === -1) return [];
  const [last, ...others] = [...children.slice(first)].reverse();
  const isSound = ({ name, children: inside = [] }: PageNode): boolean => name === 'a' && inside.length === 0;
  if (last?.data !== '\n' || !others.every(each => isMarker(each) && isSound(each))) return undefined;
  return others.reverse().map(({ attribs = {} }) => {
    const { id, href, 'aria-label': label } = attribs;
    return `${id}/${href}/${label}`;
  });
}

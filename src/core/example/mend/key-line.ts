import { mendedPattern } from '../../text/pattern.ts';
import type { SourcePosition } from '../../problems/problem.ts';

type Place = Omit<SourcePosition, 'file'>;

/** A line that sets a key, or the header of the table that does. */
interface KeyLine {
  readonly text: string;
  readonly at: Place;
  /** Which of the keys of this name in the line it is, from 0. */
  readonly nth: number;
}

/** Steps to a value: `mask`, 1, `pattern` is the pattern of the second mask. */
type Path = readonly PropertyKey[];

const named = (name: string, flags = ''): RegExp => new RegExp(`\\b${RegExp.escape(name)} *=`, flags);

/**
 * The line that sets a value, also one inside of another; and where in it.
 * @param lines of the file, up to the end of its block @param outer the place of the key of the contract
 */
export function keyLine(path: Path, lines: readonly string[], outer: Place): KeyLine {
  const [, ...inner] = path;
  const name = nameIn(inner);
  const listed = path.findIndex(step => typeof step === 'number');
  const nth = listed === -1 ? 0 : Number(path[listed]);
  const header = listed === -1 ? undefined : headersOf(path.slice(0, listed).join('.'), lines)[nth];
  if (header !== undefined) {
    const line = lineOfTable(lines, header, name);
    return { text: lines[line - 1] ?? '', at: { line, column: 3 }, nth: 0 };
  }
  const index = lines.findIndex((line, at) => at >= outer.line - 1 && name !== '' && named(name).test(line));
  const text = lines[index] ?? lines[outer.line - 1] ?? '';
  const found = [...text.matchAll(named(name, 'g'))];
  const match = name === '' ? undefined : (found[nth] ?? found[0]);
  return { text, at: match && index !== -1 ? { line: index + 1, column: match.index + 1 } : outer, nth };
}

const nameIn = (inner: Path): string => String(inner.findLast(step => typeof step === 'string') ?? '');

/** Lines, from 0, of the headers `[[tool.verbatim.mask]]`, or `[[tool.verbatim.outcomes.table]]`. */
function headersOf(top: string, lines: readonly string[]): readonly number[] {
  const header = new RegExp(`^# *\\[\\[ *tool\\.verbatim\\.${RegExp.escape(top)} *\\]\\]`);
  return lines.flatMap((line, index) => (header.test(line) ? [index] : []));
}

/** The line, from 1, that sets a key below a header; that of the header if none does. */
function lineOfTable(lines: readonly string[], header: number, name: string): number {
  const end = lines.findIndex((line, at) => at > header && /^# *\[/.test(line));
  const table = lines.slice(header + 1, end === -1 ? undefined : end);
  const index = table.findIndex(line => new RegExp(`^# *${RegExp.escape(name)} *=`).test(line));
  return header + 1 + (index === -1 ? 0 : index + 1);
}

/** Nobody reads a longer line. */
const MAX_LINE = 1000;

/** A right value of each key that is inside of another one. */
const RIGHT: Readonly<Record<string, string>> = {
  name: '"ratio"',
  pattern: String.raw`'(\d+\.\d+) times'`,
  min: '1.2',
  max: '2.5',
  stages: '["Start *", "Done *"]',
  key: String.raw`'^(\w+):'`,
  runs: '200',
  prints: '"Counter: 2"',
  meaning: '"Both threads count."',
  seen: 'true',
  resolution: '0.1',
  turns: 'true',
  columns: '72',
  rows: '24',
};

const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]]*\]|[^\s,}\]]+)`;

/** The line with a right value in the place of a wrong one; undefined for a key of the table itself. */
export function mendedLine([, ...inner]: Path, value: unknown, { text, nth }: KeyLine): string | undefined {
  const name = nameIn(inner);
  const right = rightValue(name, value) ?? (Object.hasOwn(RIGHT, name) ? RIGHT[name] : undefined);
  if (right === undefined || text.length > MAX_LINE) return undefined;
  const all = [...text.matchAll(new RegExp(`(?<=\\b${RegExp.escape(name)} *= *)${VALUE}`, 'g'))];
  const wrong = all[nth] ?? all[0];
  if (wrong !== undefined)
    return text.slice(0, wrong.index) + right + text.slice(wrong.index + wrong[0].length);
  return /^# *\[\[/.test(text) ? `Below this line:\n# ${name} = ${right}` : undefined;
}

/** The value that was most likely meant: a number without its quotes, a pattern that RE2 takes. */
function rightValue(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (name === 'min' || name === 'max') return /^\d+(?:\.\d+)?$/.test(value) ? value : undefined;
  const right = name === 'pattern' || name === 'key' ? mendedPattern(value, name === 'key') : undefined;
  return right === undefined || right.includes("'") ? undefined : `'${right}'`;
}

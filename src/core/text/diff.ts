import { structuredPatch } from 'diff';
import { startOfEnding } from './ending.ts';
import { joinLines, type Lines } from './lines.ts';
import { escapeSequence, INVISIBLE } from './invisible.ts';

/** A longer difference helps nobody, and takes minutes to find. */
const MAX_EDITS = 2000;

/** What a message shows of a difference: lines, and characters of each. */
const MAX_LINES = 400;
const MAX_CHARACTERS = 1000;

const GAP_LINE = '  …';
/** Between two places of a difference. */
export const GAP = `\n${GAP_LINE}\n`;

/** The difference between two texts, for a person. */
export interface Difference {
  /** Lines that begin with `-` (recorded), `+` (this run) or a blank (both), with two lines of context. */
  readonly text: string;
  /** 1-based line of the recording at which the difference begins. */
  readonly line: number;
}

/**
 * Undefined if the texts are equal. Trailing blanks, tabs and invisible characters are shown by signs.
 * @param readable makes a line readable first, such as the names of masked spans
 */
export function difference(
  recorded: Lines,
  actual: Lines,
  readable: (line: string) => string = line => line,
): Difference | undefined {
  const [before, after] = [joinLines(recorded), joinLines(actual)];
  if (before === after) return undefined;
  const patch = structuredPatch('', '', before, after, '', '', { context: 2, maxEditLength: MAX_EDITS });
  const { hunks = [] } = patch ?? {};
  const [first] = hunks;
  if (first === undefined) {
    const [count, now] = [recorded.lines.length, actual.lines.length];
    return { text: `The two have hardly a line in common: ${count} lines recorded, ${now} now.`, line: 1 };
  }
  const all = hunks.flatMap((hunk, index) => (index === 0 ? hunk.lines : [GAP_LINE, ...hunk.lines]));
  const shown = aroundChanges(all.slice(0, MAX_LINES).map(readable)).map(line =>
    showWhitespace(shorten(line)),
  );
  if (all.length > MAX_LINES) shown.push(`  … and ${all.length - MAX_LINES} more lines of the difference`);
  const offset = first.lines.findIndex(line => !line.startsWith(' '));
  return { text: shown.join('\n'), line: Math.max(1, first.oldStart + offset) };
}

/** Characters of a long line that are shown on both sides of what changed in it. */
const CONTEXT = 60;
/** A shorter line is shown whole. */
const LONG = 240;

/** Pairs of a removed and an added line, with long ones cut to what differs between the two. */
function aroundChanges(lines: readonly string[]): string[] {
  const shown = [...lines];
  const isOf = (index: number, sign: string): boolean => lines[index]?.startsWith(sign) === true;
  for (let start = 0; start < lines.length; start += 1) {
    let removed = 0;
    while (isOf(start + removed, '-')) removed += 1;
    // "\\ No newline at end of file" may be between the two.
    const added = start + removed + (removed > 0 && isOf(start + removed, '\\') ? 1 : 0);
    for (let nth = 0; nth < removed && isOf(added + nth, '+'); nth += 1) {
      const [before, after] = [start + nth, added + nth];
      [shown[before] = '', shown[after] = ''] = aroundChange(lines[before] ?? '', lines[after] ?? '');
    }
    start += removed;
  }
  return shown;
}

function aroundChange(before: string, after: string): readonly [string, string] {
  if (Math.min(before.length, after.length) <= LONG) return [before, after];
  const shortest = Math.min(before.length, after.length) - 1;
  let [start, end] = [1, 0];
  while (start < shortest && before[start] === after[start]) start += 1;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const cut = (line: string): string => {
    const [from, to] = [Math.max(1, start - CONTEXT), Math.min(line.length, line.length - end + CONTEXT)];
    return `${line[0]}${from > 1 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
  };
  return [cut(before), cut(after)];
}

function shorten(line: string): string {
  const omitted = line.length - MAX_CHARACTERS;
  return omitted <= 0 ? line : `${line.slice(0, MAX_CHARACTERS)} … and ${omitted} more characters`;
}

/** Shows what nobody sees: trailing blanks as `·`, tabs as `→`, other characters as escape sequences. */
export function showWhitespace(line: string): string {
  const end = Math.max(1, startOfEnding(line, /[ \u00A0]/));
  const text = line.slice(0, end).replaceAll('\t', '→').replaceAll(INVISIBLE, escapeSequence);
  return text + '·'.repeat(Math.max(0, line.length - end));
}

import { stripVTControlCharacters } from 'node:util';
import { RE2JS } from 're2js';
import { linesInsideStrings } from './string-lines.ts';

// The text of a block, computed from the example and its recording alone. The code that renders pages has its
// own functions for this: the audit does not use them, so an error in one of the two shows.

const BLOCK_BEGIN = /^# \/\/\/ script\s*$/;
const BLOCK_END = /^# \/\/\/\s*$/;
const REGION_BEGIN = /^\s*# region (?<name>[\w-]+)\s*$/;
const REGION_END = /^\s*# endregion(?: [\w-]+)?\s*$/;

interface Line {
  readonly text: string;
  readonly number: number;
}

/** The code that a block shows: a region of a source, or all of it, with or without the metadata block. */
export function expectedCode(source: string, region: string | undefined, withBlock: boolean): string {
  return dedented(shownLines(source, region, withBlock).map(({ text }) => text));
}

/** The numbers of its lines in the file. */
export function expectedNumbers(source: string, region: string | undefined, withBlock: boolean): number[] {
  return shownLines(source, region, withBlock).map(({ number }) => number);
}

function shownLines(source: string, region: string | undefined, withBlock: boolean): readonly Line[] {
  const kept: Line[] = [];
  const open: string[] = [];
  const inStrings = linesInsideStrings(source);
  let inBlock = false;
  for (const [index, text] of source.replace(/\n$/, '').split('\n').entries()) {
    if (BLOCK_BEGIN.test(text)) inBlock = true;
    const isText = inStrings.has(index + 1);
    const name = isText ? undefined : REGION_BEGIN.exec(text)?.groups?.name;
    const isShown = (region === undefined || open.includes(region)) && (withBlock || !inBlock);
    if (name !== undefined) open.push(name);
    else if (!isText && REGION_END.test(text)) open.pop();
    else if (isShown) kept.push({ text, number: index + 1 });
    if (inBlock && BLOCK_END.test(text)) inBlock = false;
  }
  return trimmed(withoutDoubledGaps(kept));
}

/** If lines between two blank lines were left out, only the blank lines after them stay. */
function withoutDoubledGaps(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const before = kept.at(-1);
    const isGap = before !== undefined && isBlank(before) && isBlank(line) && line.number > before.number + 1;
    if (isGap) while (kept.length > 0 && isBlank(kept.at(-1) as Line)) kept.pop();
    kept.push(line);
  }
  return kept;
}

function trimmed(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(line => !isBlank(line));
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(line => !isBlank(line)) + 1);
}

function dedented(lines: readonly string[]): string {
  const margins = lines.filter(line => line.trim() !== '').map(line => /^\s*/.exec(line)?.[0].length ?? 0);
  const margin = margins.reduce((least, each) => Math.min(least, each), margins[0] ?? 0);
  return lines.map(line => `${line.slice(margin)}\n`).join('');
}

const isBlank = ({ text }: Line): boolean => text.trim() === '';

/** The output that a block shows: all of a recording, or the lines of a range such as `2-4`. */
export function expectedOutput(recorded: string, range: string | undefined): string {
  if (range === undefined) return stripVTControlCharacters(recorded);
  const [from = 1, to = from] = range.split('-').map(Number);
  const lines = recorded.split(/(?<=\n)/).slice(from - 1, to);
  return stripVTControlCharacters(lines.join(''));
}

/** The text that a value quotes: the first group of the first match. */
export function expectedValue(recorded: string, match: string): string | undefined {
  return RE2JS.compile(match, RE2JS.MULTILINE).exec(stripVTControlCharacters(recorded))?.[1];
}

/** Text as a browser shows it: white space collapses. */
export function collapse(text: string): string {
  return text.replaceAll(/[ \t\n\r\f]+/g, ' ').replaceAll(/^ | $/g, '');
}

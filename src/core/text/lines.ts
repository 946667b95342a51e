/**
 * The lines of a text, each without its line feed. A last line without a line feed is a line; the empty text
 * has none. `joinLines(splitLines(text)) === text` for every text.
 */
export interface Lines {
  readonly lines: readonly string[];
  /** Whether the text ends with a line feed. */
  readonly closed: boolean;
}

export function splitLines(text: string): Lines {
  if (text === '') return { lines: [], closed: true };
  const closed = text.endsWith('\n');
  return { lines: (closed ? text.slice(0, -1) : text).split('\n'), closed };
}

export function joinLines({ lines, closed }: Lines): string {
  return lines.length === 0 ? '' : lines.join('\n') + (closed ? '\n' : '');
}

/**
 * A text → the line, 1-based, that an offset of it is in. Lines are found by halves: a sample may have many,
 * and is asked for each of its statements.
 */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return offset => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The lines `2-4` of a text, counted from 1; the whole text without a range. */
export function sliceLines(text: string, range: string | undefined): string {
  if (range === undefined) return text;
  const { lines, closed } = splitLines(text);
  const [from = 1, to = lines.length] = range.split('-').map(Number);
  return joinLines({ lines: lines.slice(from - 1, to), closed: to < lines.length || closed });
}

/** Numbers that a list of ranges may have in all. */
const MAX_NUMBERS = 10_000;

/** `"4-6,9"` → the numbers 4, 5, 6 and 9; undefined if it is no such list, or a range runs backwards. */
export function parseRanges(text: string): ReadonlySet<number> | undefined {
  const numbers = new Set<number>();
  let count = 0;
  for (const part of text.split(',', MAX_NUMBERS + 1)) {
    const match = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part);
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    count += to - from + 1;
    if (match === null || from < 1 || to < from || count > MAX_NUMBERS) return undefined;
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return numbers;
}

/** The inverse: 4, 5, 6 and 9 → `4-6,9`. */
export function showRanges(numbers: readonly number[]): string {
  const ranges: [start: number, end: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([start, end]) => (end === start ? `${start}` : `${start}-${end}`)).join(',');
}

import type { WaitLabel } from './lane-labels.ts';
import { codeWidth, cutCode, wordsWidth } from './shown-text.ts';

/** A text of a row, `x` right of where the row begins. */
interface RowText {
  readonly kind: 'call' | 'where';
  readonly text: string;
  readonly x: number;
}

export type LabelRow = readonly RowText[];

/** A name such as `Lock.acquire` has this width. In a narrower column, the line alone says what is called. */
const LEAST_FOR_CODE = 92;
/** Between two texts of a row. */
const BLANK = 6;

/** A label in a narrow column: its texts fill one row after the other. */
export function labelRows({ code, words }: WaitLabel, room: number): readonly LabelRow[] {
  const isNarrow = room < LEAST_FOR_CODE && words.length > 0;
  const texts = [
    ...(isNarrow ? [] : code).map(text => ({
      kind: 'call' as const,
      text: cutCode(shortened(text, room), room),
      width: codeWidth,
    })),
    ...(isNarrow ? words.slice(0, 1) : words).map(text => ({
      kind: 'where' as const,
      text: cutCode(text, room),
      width: wordsWidth,
    })),
  ];
  const rows: RowText[][] = [];
  let free = Number.POSITIVE_INFINITY;
  for (const { kind, text, width } of texts) {
    const needed = width(text);
    if (free + needed > room) {
      rows.push([]);
      free = 0;
    }
    rows.at(-1)?.push({ kind, text, x: free });
    free += needed + BLANK;
  }
  return rows;
}

/** A name that does not fit, without what Python adds to it: `Thread-1` for `Thread-1 (download)`. */
function shortened(text: string, room: number): string {
  return codeWidth(text) <= room ? text : text.replace(/(?<=\S) \(.*\)$/, '');
}

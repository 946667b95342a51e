import { parse } from 'csv-parse/sync';
import type { ShownTable } from '../parts/artifact-block.ts';

/** Rows of a table below its head that a page shows. */
const MAX_ROWS = 50;
/** Lines of a text that a page shows. */
const MAX_LINES = 200;
/** Characters of a table or a text that a page shows: one line may be as long as a file. */
const MAX_CHARACTERS = 20_000;

/** The beginning of a text, as a page shows it. */
export interface ShownLines {
  /** Whole lines, each with its line feed; the last one of a file may have none. */
  readonly text: string;
  /** How many lines are left out. */
  readonly more: number;
}

/** Control characters that a page cannot hold. */
const CONTROLS = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]/g;

/** The text of an artifact, with line feeds alone at the ends of its lines. */
export function artifactText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n').replaceAll(CONTROLS, '\ufffd');
}

/** A CSV file → the table that a page shows of it; undefined if it is none, or too wide for a page. */
export function shownTable(bytes: Uint8Array): ShownTable | undefined {
  const [head, ...rows] = rowsOf(artifactText(bytes)) ?? [];
  if (head === undefined || head.length < 2) return undefined;
  const width = Math.max(head.length, ...rows.map(({ length }) => length));
  const filled = (row: readonly string[]): readonly string[] =>
    Array.from({ length: width }, (_, index) => row[index] ?? '');
  const fitting = countFitting(
    [head, ...rows].map(row => row.join(' ').length),
    MAX_ROWS + 1,
  );
  if (fitting === 0) return undefined;
  const shown = rows.slice(0, fitting - 1).map(filled);
  const numeric = filled(head).map((_, at) => isNumeric(shown.map(row => row[at] ?? '')));
  return { head: filled(head), rows: shown, more: rows.length - shown.length, numeric };
}

/** A number as programs write it, with a unit of percent at most. */
const NUMBER = /^[-+]?(?:\d[\d,_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/i;

/** Whether cells are numbers, some of which may be missing. */
function isNumeric(cells: readonly string[]): boolean {
  return cells.some(cell => cell !== '') && cells.every(cell => cell === '' || NUMBER.test(cell));
}

/** A text file → the lines that a page shows of it. */
export function shownLines(bytes: Uint8Array): ShownLines {
  const lines = artifactText(bytes).split(/(?<=\n)/);
  const fitting = countFitting(
    lines.map(({ length }) => length),
    MAX_LINES,
  );
  return { text: lines.slice(0, fitting).join(''), more: lines.length - fitting };
}

/** How many of the first lengths fit on a page. */
function countFitting(lengths: readonly number[], most: number): number {
  let sum = 0;
  const tooLong = lengths.slice(0, most).findIndex(length => {
    sum += length;
    return sum > MAX_CHARACTERS;
  });
  return tooLong === -1 ? Math.min(lengths.length, most) : tooLong;
}

/** The rows of a CSV file, as RFC 4180 has them; undefined if it is none. */
function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}

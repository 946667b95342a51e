import { nearest } from '../../problems/suggest.ts';
import { parseRanges, showRanges } from '../../text/lines.ts';

/** A line of the code that a figure shows. */
export interface NumberedLine {
  /** Its number in the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Lines that an author names, or why they are not found. */
export type NamedLines =
  | { readonly lines: readonly number[]; readonly title?: undefined }
  | { readonly lines?: undefined; readonly title: string; readonly remedy: string };

/** Whether a text is meant as numbers of lines: `4-6,9`. Quoted code has another sign. */
export function isLineNumbers(text: string): boolean {
  return /^[\s\d,;:./\-–—[\]{}]*\d[\s\d,;:./\-–—[\]{}]*$/.test(text);
}

/**
 * The lines that a prop names: by the numbers of the file, `4-6,9`, or by a part of one line, `with lock:`.
 * @param source of the file @param shown the lines of it that the figure shows
 */
export function namedLines(
  prop: string,
  text: string,
  { file, source }: { readonly file: string; readonly source: string },
  shown: readonly NumberedLine[],
): NamedLines {
  if (isLineNumbers(text)) return numberedLines(prop, text, shown);
  const found = shown.filter(line => line.text.includes(text.trim()));
  const [first] = found;
  if (first !== undefined && found.length === 1) return { lines: [first.line] };
  const all = source.split('\n').map((each, index) => ({ line: index + 1, text: each }));
  if (first !== undefined) {
    const numbers = found.slice(0, MAX_NAMED).map(({ line }) => line);
    return { title: `"${text}" is in lines ${numbers.join(', ')} of ${file}, not in one.`, remedy: longer() };
  }
  const hidden = all.filter(line => line.text.includes(text.trim())).map(({ line }) => line);
  const title = `No line that is shown of ${file} holds "${text}".`;
  if (hidden.length > 0) {
    const remedy = `Line ${hidden.slice(0, MAX_NAMED).join(', ')} does, which this figure does not show.`;
    return { title, remedy };
  }
  const near = nearestLine(text.trim(), shown);
  return {
    title,
    remedy:
      near === undefined ? `Mend ${prop}: it is a part of one line.` : `Did you mean ${propOf(prop, near)}?`,
  };

  /** A whole line that is there once; or what to do if none is. */
  function longer(): string {
    const whole = found.map(line => line.text.trim());
    const once = whole.find(
      each => each !== text && shown.filter(line => line.text.includes(each)).length === 1,
    );
    if (once !== undefined) return `Quote more of it: ${propOf(prop, once)}`;
    return `Name it by its number: ${propOf(prop, String(first?.line))}`;
  }
}

/** The line that was most likely meant by a part of it: it has nearly that part. */
function nearestLine(part: string, shown: readonly NumberedLine[]): string | undefined {
  const parts = new Map<string, string>();
  for (const { text } of shown)
    for (const length of [-1, 0, 1, 2].map(more => part.length + more))
      for (let start = 0; start + length <= text.length; start += 1)
        parts.set(text.slice(start, start + length), text.trim());
  const whole = shown.map(({ text }) => text.trim()).filter(Boolean);
  return nearest(part, whole) ?? parts.get(nearest(part, parts.keys()) ?? '');
}

/** Lines that a message names. */
const MAX_NAMED = 10;

function numberedLines(prop: string, text: string, shown: readonly NumberedLine[]): NamedLines {
  const asked = [...(parseRanges(text) ?? [])];
  const numbers = shown.map(({ line }) => line);
  const outside = asked.filter(line => !numbers.includes(line));
  const [first] = outside;
  if (first === undefined) return { lines: asked };
  const isCountedInShown = asked.every(line => !numbers.includes(line) && line <= numbers.length);
  const meant = isCountedInShown
    ? asked.flatMap(line => numbers[line - 1] ?? [])
    : asked.flatMap(line => nearestNumber(line, numbers) ?? []);
  const verb = outside.length === 1 ? 'is' : 'are';
  const remedy = `Lines are counted in the file, as an editor does: ${propOf(prop, showRanges(meant))}`;
  return {
    title:
      `${propOf(prop, text)} names ${countWord(outside)} ${showRanges(outside)}, ` +
      `which ${verb} not shown; shown is ${showRanges(numbers)}.`,
    remedy: meant.length === 0 ? `Remove ${prop}: no line is shown.` : remedy,
  };
}

const countWord = (lines: readonly number[]): string => (lines.length === 1 ? 'line' : 'lines');

/** The line that is shown and is nearest to one that is not. */
function nearestNumber(line: number, numbers: readonly number[]): number | undefined {
  const [best] = numbers.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line));
  return best;
}

function propOf(prop: string, text: string): string {
  return `${prop}=${text.includes('"') ? `'${text}'` : `"${text}"`}`;
}

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

/** The lines `2-4` of a text, counted from 1; the whole text without a range. */
export function sliceLines(text: string, range: string | undefined): string {
  if (range === undefined) return text;
  const { lines, closed } = splitLines(text);
  const [from = 1, to = lines.length] = range.split('-').map(Number);
  return joinLines({ lines: lines.slice(from - 1, to), closed: to < lines.length || closed });
}

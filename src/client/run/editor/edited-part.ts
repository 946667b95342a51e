/** The part of a file that a reader edits: what a figure shows of it. */
export interface EditedPart {
  /** Its text, without the line feed of its last line. */
  readonly text: string;
  /** The number of its first line in the file. */
  readonly firstLine: number;
  /** The whole file with another text in its place. */
  readonly putBack: (text: string) => string;
}

/**
 * The lines from the first to the last that a figure shows, without the blanks that all of them begin with.
 * It is the whole file if a text that was not edited would not be put back as it was.
 * @param shown numbers of the lines, from 1
 */
export function editedPart(source: string, shown: readonly number[]): EditedPart {
  const lines = source.split('\n');
  const [first, last] = [shown[0] ?? 1, shown.at(-1) ?? lines.length];
  const within = lines.slice(first - 1, last);
  const indent = indentOf(within);
  const part: EditedPart = {
    text: within.map(line => line.slice(indent.length)).join('\n'),
    firstLine: first,
    putBack: text => {
      const edited = text.split('\n').map(line => (line === '' ? '' : `${indent}${line}`));
      return [...lines.slice(0, first - 1), ...edited, ...lines.slice(last)].join('\n');
    },
  };
  return part.putBack(part.text) === source ? part : wholeFile(source);
}

/** A file ends with a line feed, which an editor does not show. */
function wholeFile(source: string): EditedPart {
  const end = source.endsWith('\n') ? '\n' : '';
  return {
    text: source.slice(0, source.length - end.length),
    firstLine: 1,
    putBack: text => `${text}${end}`,
  };
}

/** The blanks that all lines begin with, as a page takes them off. Blank lines do not count. */
function indentOf(lines: readonly string[]): string {
  const indents = lines.filter(line => line.trim() !== '').map(line => line.search(/\S/));
  return (lines.find(line => line.trim() !== '') ?? '').slice(0, Math.min(...indents, Infinity) || 0);
}

/** Where code is left: a comment, or the quotation mark that opens a string. */
const LEAVES_CODE = /#[^\n]*|'''|"""|'|"/g;

/**
 * The lines, 1-based, that begin inside a string: what looks like a marker of a region there is text. Written
 * for the audit alone, and simpler than what renders pages: it reads the code in an f-string as text.
 */
export function linesInsideStrings(source: string): ReadonlySet<number> {
  const inside = new Set<number>();
  let line = 1;
  let counted = 0;
  /** Counts the lines up to an offset. */
  const countTo = (offset: number, isInside: boolean): void => {
    for (
      let at = source.indexOf('\n', counted);
      at !== -1 && at < offset;
      at = source.indexOf('\n', counted)
    ) {
      line += 1;
      counted = at + 1;
      if (isInside) inside.add(line);
    }
  };
  LEAVES_CODE.lastIndex = 0;
  for (let found = LEAVES_CODE.exec(source); found !== null; found = LEAVES_CODE.exec(source)) {
    const [mark] = found;
    if (mark.startsWith('#')) continue;
    const end = endOfString(source, LEAVES_CODE.lastIndex, mark);
    countTo(found.index, false);
    countTo(end, true);
    LEAVES_CODE.lastIndex = end;
  }
  return inside;
}

/** The offset behind a string whose inside begins at `from`. */
function endOfString(source: string, from: number, mark: string): number {
  for (let at = from; at < source.length; at += source[at] === '\\' ? 2 : 1) {
    if (source.startsWith(mark, at)) return at + mark.length;
    if (mark.length === 1 && source[at] === '\n') return at;
  }
  return source.length;
}

/** A cell, and what is behind it: in quotes, where a quote is written twice, or without any. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;

/** The rows of a text as RFC 4180 has them, without empty lines; undefined if it is no such text. */
export function csvRows(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (let end = '\n'; end === ',' || at < text.length;) {
    CELL.lastIndex = at;
    const [found, quoted, plain = '', behind = ''] = CELL.exec(text) ?? [];
    if (found === undefined) return undefined;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    at += found.length;
    end = behind;
    if (end === ',') continue;
    if (found !== '\n' || row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}

import type { SourcePosition } from '../problems/problem.ts';

/** Lines of a source, 1-based, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What precedes a key, and what follows it. The start of a line comes first: elsewhere it may be a word. */
const FORMS = [
  ['^# *', '"? *='],
  [String.raw`^# *\[+tool\.verbatim\.`, String.raw`[\].]`],
  [String.raw`^# *\[*`, String.raw`\.`],
  [String.raw`^#.*\b`, '"? *='],
] as const;

/**
 * The position at which a metadata block sets a key: at the start of a line, or else in the header of a
 * table, or else inside a value. It is the first line of the block if that does not name the key.
 */
export function positionOfKey(
  key: string,
  { block }: { readonly block?: LineRange | undefined },
  source: string,
): Omit<SourcePosition, 'file'> | undefined {
  if (block === undefined) return undefined;
  const lines = source.split('\n').slice(block.first - 1, block.last);
  const name = key.replaceAll(/\W/g, '\\$&');
  for (const [before, after] of FORMS) {
    const pattern = new RegExp(`(?<before>${before})"?${name}${after}`);
    for (const [index, line] of lines.entries()) {
      const match = pattern.exec(line);
      if (match !== null)
        return { line: block.first + index, column: 1 + (match.groups?.before?.length ?? 0) };
    }
  }
  return { line: block.first, column: 1 };
}

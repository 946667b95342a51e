import type { Metadata } from './parse-metadata.ts';

/** Where a key of a metadata block stands, 1-based. */
export interface KeyPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The place in a source at which its metadata block sets a key of `[tool.verbatim]`, or one of its own: at the start of a line, or else by
 * the header of a table, or else inside a value. A key that the block does not name is told at its first line; without a block there is no place.
 */
export function positionOfKey(
  key: string,
  { block }: Pick<Metadata, 'block'>,
  source: string,
): KeyPosition | undefined {
  if (block === undefined) return undefined;
  const lines = source.split('\n').slice(block.first - 1, block.last);
  const name = key.replaceAll(/\W/g, '\\$&');
  for (const [before, after] of FORMS) {
    const pattern = new RegExp(`(?<before>${before})"?${name}${after}`);
    const index = lines.findIndex(line => pattern.test(line));
    if (index !== -1)
      return {
        line: block.first + index,
        column: 1 + (pattern.exec(lines[index] ?? '')?.groups?.before?.length ?? 0),
      };
  }
  return { line: block.first, column: 1 };
}

/** What stands before a key, and after it: at the start of its line rather than where it may as well be a word of a text. */
const FORMS = [
  [String.raw`^# *`, '"? *='],
  [String.raw`^# *\[+tool\.verbatim\.`, String.raw`[\].]`],
  [String.raw`^# *\[*`, String.raw`\.`],
  [String.raw`^#.*\b`, '"? *='],
] as const;

import { type LineRange, type Metadata, positionOfKey } from './metadata.ts';

const HEADER = /^# *\[\[ *tool *\. *verbatim *\. *variant *\]\]/;
const OTHER_TABLE = /^# *\[(?!\[? *tool *\. *verbatim *\. *variant *\.)/;

/** The lines of each `[[tool.verbatim.variant]]` table; none if variants are written in another way. */
export function variantTables(source: string, block: LineRange): readonly LineRange[] {
  const lines = source.split('\n').slice(0, block.last - 1);
  const starts = lines.flatMap((text, at) => (at >= block.first && HEADER.test(text) ? [at] : []));
  return starts.map(start => {
    const next = lines.findIndex((text, at) => at > start && OTHER_TABLE.test(text));
    return { first: start + 1, last: next === -1 ? lines.length : next };
  });
}

/** The position of a key in the nth table of variants; of the table itself if it has no such key. */
export function positionInTable(
  { metadata, source }: { readonly metadata: Pick<Metadata, 'block'>; readonly source: string },
  index: number,
  key: string,
): { readonly line: number; readonly column: number } | undefined {
  const { block } = metadata;
  const table = block && variantTables(source, block)[index];
  if (table === undefined) return block && { line: block.first, column: 1 };
  return positionOfKey(key, { metadata: { block: table }, source }) as { line: number; column: number };
}

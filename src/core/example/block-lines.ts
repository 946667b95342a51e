import type { Sample } from '../contract/repeat-advice.ts';
import type { Example } from './example.ts';
import type { LineRange } from './metadata.ts';
import { variantTables } from './variant-tables.ts';

type Block = Pick<Example, 'metadata' | 'source'> & Partial<Pick<Example, 'variant'>>;

/** Keys that contradict each other: one is written in place of the other. */
const INSTEAD_OF: Readonly<Record<string, string>> = { raises: 'raises|exit', exit: 'exit|raises' };

/**
 * Lines of a contract, ready to paste, behind where to do so: ` at the end of the metadata block:`.
 * They bring the table that they belong to, and the block, where a file has none.
 * @param lines `order = "any"`, without the sign of a comment
 */
export function declaration(
  lines: readonly string[],
  { metadata: { block }, source, variant }: Block,
): string {
  const commented = (all: readonly string[]): string => all.map(line => `# ${line}`).join('\n');
  if (block === undefined)
    return ` at the top of the file:\n${commented(['/// script', '[tool.verbatim]', ...lines, '///'])}`;
  const written = ownLines(source, block, variant?.index);
  const header = written.findIndex(line => HEADER.test(line));
  const places = lines.flatMap(line => {
    const key = /^[\w-]+/.exec(line)?.[0] ?? '';
    const names = INSTEAD_OF[key] ?? key;
    const old = new RegExp(`^# *(?:\\[+tool\\.verbatim\\.)?(?<name>${names})(?: *=|\\])`);
    return written.flatMap((text, at) => {
      const name = old.exec(text)?.groups?.name;
      return name === undefined ? [] : [`${name} in line ${block.first + at}`];
    });
  });
  if (places.length > 0) return `, in place of ${places.join(' and ')}:\n${commented(lines)}`;
  return header === -1
    ? ` at the end of the metadata block:\n${commented(['[tool.verbatim]', ...lines])}`
    : `, below line ${block.first + header}:\n${commented(lines)}`;
}

/** The header of the table that a contract is in. */
const HEADER = /^# *\[\[? *tool *\. *verbatim *(?:\. *variant *\])?\]/;

/** The lines of a block; only those of the nth variant, or only those that belong to none are not empty. */
function ownLines(source: string, block: LineRange, variant: number | undefined): string[] {
  const ranges = variantTables(source, block);
  const isIn = (line: number, range: LineRange | undefined): boolean =>
    range !== undefined && line >= range.first && line <= range.last;
  const isOwn = (line: number): boolean =>
    variant === undefined ? !ranges.some(range => isIn(line, range)) : isIn(line, ranges[variant]);
  const lines = source.split('\n').slice(block.first - 1, block.last);
  return lines.map((text, index) => (isOwn(block.first + index) ? text : ''));
}

/** What messages about outputs that differ need to know of an example. */
export const sampleOf = (example: Block): Sample => ({
  source: example.source,
  declare: lines => declaration(lines, example),
});

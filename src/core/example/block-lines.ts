import type { Sample } from '../contract/repeat-advice.ts';
import type { Example } from './example.ts';

type Block = Pick<Example, 'metadata' | 'source'>;

/** Keys that contradict each other: one is written in place of the other. */
const INSTEAD_OF: Readonly<Record<string, string>> = { raises: 'raises|exit', exit: 'exit|raises' };

/**
 * Lines of a contract, ready to paste, behind where to do so: ` at the end of the metadata block:`.
 * They bring the table that they belong to, and the block, where a file has none.
 * @param lines `order = "any"`, without the sign of a comment
 */
export function declaration(lines: readonly string[], { metadata: { block }, source }: Block): string {
  const commented = (all: readonly string[]): string => all.map(line => `# ${line}`).join('\n');
  if (block === undefined)
    return ` at the top of the file:\n${commented(['/// script', '[tool.verbatim]', ...lines, '///'])}`;
  const written = source.split('\n').slice(block.first - 1, block.last);
  const header = written.findIndex(line => /^# *\[tool\.verbatim\]/.test(line));
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

/** What messages about outputs that differ need to know of an example. */
export const sampleOf = (example: Block): Sample => ({
  source: example.source,
  declare: lines => declaration(lines, example),
});

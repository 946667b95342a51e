import type { Example } from './example.ts';

type Block = Pick<Example, 'metadata' | 'source'>;

/**
 * Lines of a contract, ready to paste, and where: `declare it at the end of the metadata block:` and the lines.
 * They bring the table that they belong to, and the block, where a file has none.
 * @param lines `order = "any"`, without the sign of a comment
 */
export function declaration(lines: readonly string[], { metadata: { block }, source }: Block): string {
  const commented = (all: readonly string[]): string => all.map(line => `# ${line}`).join('\n');
  if (block === undefined)
    return ` at the top of the file:\n${commented(['/// script', '[tool.verbatim]', ...lines, '///'])}`;
  const written = source.split('\n').slice(block.first - 1, block.last);
  const header = written.findIndex(line => /^# *\[tool\.verbatim\]/.test(line));
  const keys = lines.map(line => /^[\w-]+/.exec(line)?.[0] ?? '');
  const places = keys.flatMap(key => {
    const at = written.findIndex(line =>
      new RegExp(`^# *(?:${key} *=|\\[+tool\\.verbatim\\.${key}\\])`).test(line),
    );
    return at === -1 ? [] : [`${key} in line ${block.first + at}`];
  });
  if (places.length > 0) return `, in place of ${places.join(' and ')}:\n${commented(lines)}`;
  return header === -1
    ? ` at the end of the metadata block:\n${commented(['[tool.verbatim]', ...lines])}`
    : `, below line ${block.first + header}:\n${commented(lines)}`;
}

/** The lines between two `---` at the very beginning. */
const FENCED = /^---[ \t]*\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)/;

/** The text between the two `---`; undefined if there is none. */
export function frontMatterText(source: string): string | undefined {
  return FENCED.exec(source)?.groups?.yaml;
}

/** Where that text is; an empty range if there is none. In UTF-16 units. */
export function frontMatterRange(source: string): { readonly start: number; readonly end: number } {
  const yaml = frontMatterText(source) ?? '';
  const start = yaml === '' ? 0 : source.indexOf('\n') + 1;
  return { start, end: start + yaml.length };
}

/** JavaScript between braces that is not a literal: its value is known only when the page is rendered. */
export class Expression {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/**
 * The value of a string, number or boolean as JavaScript writes it. Any other expression stays an expression,
 * and so does a string in single quotes or backticks that has an escape or a hole in it.
 */
export function literalOf(source: string): string | number | boolean | Expression {
  const { text } =
    /^\s*(?<quote>['`])(?<text>(?:(?!\k<quote>|\$\{)[^\\])*)\k<quote>\s*$/.exec(source)?.groups ?? {};
  if (text !== undefined) return text;
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  } catch {
    // Only a literal is JSON.
  }
  return new Expression(source.trim());
}

/** What an expression shows on a page, if that can be read off: a text, a number, or nothing (a comment). */
export function shownBy(source: string): string | undefined {
  if (/^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(source)) return '';
  const value = literalOf(source);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

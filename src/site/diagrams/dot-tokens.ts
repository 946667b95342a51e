/** A token of a graph's source, with its offset. */
export interface DotToken {
  readonly kind: 'name' | 'html' | 'sign';
  /** Of a text in quotes, what is between them. */
  readonly text: string;
  readonly index: number;
}

const SKIPPED = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=^|\n)#[^\n]*)+/y;
const QUOTED = /"((?:\\[\s\S]|[^"\\])*)"/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*|-?(?:\.\d+|\d+(?:\.\d*)?)/uy;
const SIGN = /->|--|[^\s]/y;

/** The source of a graph → its tokens. What is wrong with their order, Graphviz finds. */
export function dotTokens(source: string): readonly DotToken[] {
  const tokens: DotToken[] = [];
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < source.length) {
    if (read(SKIPPED) !== null) continue;
    const index = at;
    const quoted = read(QUOTED);
    const name = quoted?.[1] ?? read(NAME)?.[0];
    if (name !== undefined) tokens.push({ kind: 'name', text: name, index });
    else if (source[at] === '<') {
      at = endOfHtml(source, at);
      tokens.push({ kind: 'html', text: source.slice(index, at), index });
    } else tokens.push({ kind: 'sign', text: read(SIGN)?.[0] ?? '', index });
  }
  return tokens;
}

/** The offset behind a label of HTML: its signs `<` and `>` are in pairs. */
function endOfHtml(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === '<') depth += 1;
    if (source[at] === '>') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return source.length;
}

/** An attribute of a graph's source: `label = "first"`. */
export interface DotAttribute {
  readonly name: DotToken;
  readonly value: DotToken | undefined;
}

/** All attributes, in their order. */
export function dotAttributes(tokens: readonly DotToken[]): readonly DotAttribute[] {
  return tokens.flatMap((name, index) => {
    const [sign, value] = [tokens[index + 1], tokens[index + 2]];
    return name.kind === 'name' && sign?.kind === 'sign' && sign.text === '=' ? [{ name, value }] : [];
  });
}

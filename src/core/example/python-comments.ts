/** A string that is open at some place of a source, and what it takes to close it. */
interface OpenString {
  readonly kind: 'string';
  /** One quotation mark, or three. */
  readonly quote: string;
  readonly isRaw: boolean;
  /** Whether braces hold code: an f-string or a t-string. */
  readonly isFormatted: boolean;
  /** Whether it is the format of a value, such as `>10` in `{name:>10}`: a brace closes it too. */
  readonly isFormat: boolean;
}

/** Code between the braces of a string, with the brackets that are open in it. */
interface OpenCode {
  readonly kind: 'code';
  depth: number;
}

/** Innermost last. Outside of all strings it is empty. */
type Open = (OpenString | OpenCode)[];

/**
 * The lines, 1-based, that hold a comment and nothing else: what looks like one inside a string is none.
 * Strings are read as Python 3.12 reads them, https://peps.python.org/pep-0701/. Takes linear time.
 */
export function commentLines(source: string): ReadonlySet<number> {
  const lines = new Set<number>();
  let line = 1;
  let from = 0;
  for (const offset of scan(source).comments) {
    for (
      let next = source.indexOf('\n', from);
      next !== -1 && next < offset;
      next = source.indexOf('\n', from)
    ) {
      line += 1;
      from = next + 1;
    }
    if (source.slice(from, offset).trim() === '') lines.add(line);
  }
  return lines;
}

/** A source without its comments and without the text of its strings; code in f-strings stays. */
export function codeOf(source: string): string {
  return scan(source).code;
}

/** Where comments begin, ascending, and what is neither a comment nor text of a string. */
function scan(source: string): { readonly comments: readonly number[]; readonly code: string } {
  const comments: number[] = [];
  const open: Open = [];
  let code = '';
  let at = 0;
  while (at < source.length) {
    const top = open.at(-1);
    if (top?.kind === 'string') at = readString(source, at, top, open);
    else if (source[at] === '#') {
      comments.push(at);
      const end = source.indexOf('\n', at);
      at = end === -1 ? source.length : end;
    } else {
      const from = at;
      at = readCode(source, at, top, open);
      code += source.slice(from, at);
    }
  }
  return { comments, code };
}

/** Reads one character of code, or the start of a string. @returns the offset behind it */
function readCode(source: string, at: number, code: OpenCode | undefined, open: Open): number {
  const character = source[at] as string;
  if (character === '"' || character === "'") {
    const quote = source.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
    const prefix = prefixBefore(source, at);
    const isFormatted = /[ft]/i.test(prefix);
    open.push({ kind: 'string', quote, isRaw: /r/i.test(prefix), isFormatted, isFormat: false });
    return at + quote.length;
  }
  if (code === undefined) return at + 1;
  if ('([{'.includes(character)) code.depth += 1;
  else if (code.depth > 0 && ')]}'.includes(character)) code.depth -= 1;
  else if (code.depth === 0 && character === '}') open.pop();
  else if (code.depth === 0 && character === ':')
    open.push({ ...(open.at(-2) as OpenString), isFormat: true });
  return at + 1;
}

/** The letters directly before a quotation mark, if they are the prefix of a string. */
function prefixBefore(source: string, at: number): string {
  return (
    /(?:^|\W)(?<prefix>[bfrtu]{1,2})$/i.exec(source.slice(Math.max(0, at - 3), at))?.groups?.prefix ?? ''
  );
}

/** Reads one character of a string, or what belongs together in it. @returns the offset behind it */
function readString(source: string, at: number, string: OpenString, open: Open): number {
  const { quote, isRaw, isFormatted, isFormat } = string;
  const [character = '', next = ''] = source.slice(at, at + 2);
  if (character === '\\') {
    if (isFormatted && !isRaw && source.startsWith('N{', at + 1)) return at + 3;
    return isFormatted && '{}'.includes(next) ? at + 1 : at + 2;
  }
  // A string of one line ends with its line in any case; a file in which that happens does not run.
  if (source.startsWith(quote, at) || (character === '\n' && quote.length === 1)) {
    open.splice(open.findLastIndex(each => each.kind === 'string' && !each.isFormat));
    return at + (character === '\n' ? 1 : quote.length);
  }
  if (!isFormatted) return at + 1;
  // The brace ends the format, and the code before it.
  if (character === '}' && isFormat) open.splice(-2);
  else if (character === next && '{}'.includes(character) && !isFormat) return at + 2;
  else if (character === '{') open.push({ kind: 'code', depth: 0 });
  return at + 1;
}

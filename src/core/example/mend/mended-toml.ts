/** Nobody reads a longer line, and its patterns take the square of it. */
const MAX_LINE = 1000;

/** A value that TOML takes as it is written: in quotes or brackets, or a number. */
const WRITTEN = /^["'[{]|^[+-]?[\d.]+$/;
const KEY = /^(?<key>\s*[\w-]+(?:\.[\w-]+)*\s*=\s*)(?<value>.*)$/;
/** A text in double quotes that has a backslash in it, and no single quote. */
const WITH_BACKSLASH = /"(?<text>(?:[^"\\']|\\[^'])*\\[^']?(?:[^"\\']|\\[^'])*)"/g;
/** What may be missing at the end of a line, the shortest first. */
const ENDS = ['"', "'", ']', '}', '"]', "']", '"}', '}]', '" }', "' }", '" }]', "' }]", ']]', '"]}'];

/**
 * A line that TOML does not take → the line that was most likely meant; undefined if none of the usual slips
 * was made in it.
 * @param isRight whether TOML takes a line in its place
 */
export function mendedToml(line: string, isRight: (line: string) => boolean): string | undefined {
  if (line.length > MAX_LINE) return undefined;
  for (const plain of [withPlainSigns(line), line]) {
    const found = candidates(plain).find(each => each !== line && isRight(each));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Quotes as a keyboard has them, and an equals sign between a key and its value. */
function withPlainSigns(line: string): string {
  return line
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‘’‚]/g, "'")
    .replace(/^(?<key>\s*[\w-]+)\s*(?::=?|=>|==)\s*/, '$<key> = ');
}

function candidates(line: string): readonly string[] {
  const { key, value = '' } = KEY.exec(line)?.groups ?? {};
  const literal = withLiterals(line);
  return [
    line,
    ...(key === undefined ? [] : values(value).map(each => `${key}${each}`)),
    literal,
    line.replaceAll(/(?<=["'\]}])\s+(?=["'[{])/g, ', '),
    ...[line, literal].flatMap(each => ENDS.map(end => `${each.trimEnd()}${end}`)),
  ];
}

/** Backslashes stay what they are in single quotes. */
function withLiterals(line: string): string {
  return line.replaceAll(WITH_BACKSLASH, "'$<text>'");
}

/** A value without its quotes, a truth value of Python, a number with a comma. */
function values(value: string): readonly string[] {
  const bare = value.trim();
  if (bare === '') return [];
  if (/^(?:true|false)$/i.test(bare)) return [bare.toLowerCase()];
  if (/^[+-]?\d+,\d+$/.test(bare)) return [bare.replace(',', '.')];
  return WRITTEN.test(bare) ? [] : [JSON.stringify(bare)];
}

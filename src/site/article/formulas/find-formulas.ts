/** A formula in a line of an article, with its signs `$`. */
export interface FoundFormula {
  readonly tex: string;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** Whether it is between two signs `$$`, which is no mark here. */
  readonly isDouble: boolean;
}

/** Text up to a blank line: no mark goes beyond it. */
const PARAGRAPH = String.raw`(?:[^\n]|\n(?![ \t>]*(?:\n|$)))`;

const FENCE_END = String.raw`[ \t>]*\k<ticks>[\`~]*[ \t]*(?=\n|$)`;

/** What is read as it is, whatever signs it holds. A tag ends somewhere, so that the search does. */
const SKIPPED: readonly RegExp[] = [
  /(?<![\s\S])---\n[\s\S]*?\n---(?=\n|$)/y,
  new RegExp(
    String.raw`(?<=^|\n)(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(?<ticks>\`{3,}|~{3,})[^\n]*` +
      String.raw`(?:\n(?!${FENCE_END})[^\n]*)*(?:\n${FENCE_END})?`,
    'y',
  ),
  /\{\/\*[\s\S]*?\*\/\}/y,
  /\\[\s\S]/y,
  new RegExp(String.raw`(?<ticks>\`+)(?!\`)${PARAGRAPH}*?(?<!\`)\k<ticks>(?!\`)`, 'y'),
  /`+/y,
  /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>]){0,2000}>/y,
  /!\[[^\]\n]*\]/y,
  /\]\([^()\n]*\)/y,
];

/**
 * As Pandoc has it: no blank after the first sign or before the last, and no digit behind it. So `$5 and $6`
 * are prices. A word may end behind it only as in "the $n$th", so that `$HOME/$USER` is none either.
 */
const FORMULA = new RegExp(
  String.raw`(?<![\p{L}\p{N}_$])\$(?![\s$])(?<tex>(?:\\[^\n]|(?![$\\]|=")${PARAGRAPH})+?)(?<!\s)\$` +
    String.raw`(?![$\d])(?:(?![\p{L}_])|(?=(?:st|nd|rd|th|s)(?![\p{L}\p{N}])))`,
  'uy',
);

const DOUBLE = /(?<![\p{L}\p{N}_$])\$\$(?<tex>(?:\\[\s\S]|[^$\\]){1,2000})\$\$(?!\$)/uy;

/** The formulas of an article, in the order of its text. Code, tags and addresses hold none. */
export function findFormulas(source: string): readonly FoundFormula[] {
  if (!source.includes('$')) return [];
  const formulas: FoundFormula[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const isSign = source[at] === '$';
    const [double, single] = isSign ? [match(DOUBLE), match(FORMULA)] : [];
    const found = double ?? single;
    if (found) {
      const end = at + found[0].length;
      formulas.push({ tex: found.groups?.tex ?? '', start: at, end, isDouble: double !== null });
      at = end;
    } else at += isSign ? 1 : Math.max(1, skippedAt(match));
  }
  return formulas;
}

/** How many characters are read as they are. */
function skippedAt(match: (pattern: RegExp) => RegExpExecArray | null): number {
  for (const pattern of SKIPPED) {
    const found = match(pattern);
    if (found !== null) return found[0].length;
  }
  return 0;
}

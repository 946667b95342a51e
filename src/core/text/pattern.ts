import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';

/** Characters of a pattern, and instructions of its program. A search takes their number times the text. */
const MAX_PATTERN = 300;
const MAX_INSTRUCTIONS = 1000;

/** Offsets of a match in its text, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** One match of a pattern; `group` is its first group, if the pattern has one that took part. */
interface PatternMatch extends Span {
  readonly group?: Span | undefined;
}

/**
 * A regular expression that an author wrote, ready to run. Its engine is RE2: a search takes time in
 * proportion to the text, whatever the pattern is. https://github.com/google/re2/wiki/Syntax
 */
export interface Pattern {
  readonly groups: number;
  /** Instructions of its program. */
  readonly size: number;
  /** The first match that begins at `from` or later. */
  find(text: string, from?: number): PatternMatch | undefined;
}

const compiled = new Map<string, Pattern>();

/** Text → pattern. With `multiline`, `^` and `$` match at lines. @throws if `patternProblem` has one */
export function compilePattern(text: string, multiline = false): Pattern {
  const key = `${multiline}${text}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const regex = RE2JS.compile(text, multiline ? RE2JS.MULTILINE : 0);
  const pattern: Pattern = {
    groups: regex.groupCount(),
    size: regex.programSize(),
    find: (searched, from = 0) => {
      // A test without groups is several times as fast, and most lines do not match.
      if (from === 0 && !regex.test(searched)) return undefined;
      const matcher = regex.matcher(searched);
      if (!matcher.find(from)) return undefined;
      const group = regex.groupCount() > 0 ? { start: matcher.start(1), end: matcher.end(1) } : undefined;
      const took = group !== undefined && group.start >= 0;
      return { start: matcher.start(), end: matcher.end(), group: took ? group : undefined };
    },
  };
  // Authors write few patterns, but the dev server runs for days.
  if (compiled.size > 1000) compiled.clear();
  compiled.set(key, pattern);
  return pattern;
}

/** What is wrong with a pattern, as the end of a sentence that begins with its name; undefined if nothing. */
export function patternProblem(text: string): string | undefined {
  if (text.length > MAX_PATTERN) return `is too long: at most ${MAX_PATTERN} characters`;
  try {
    const { size } = compilePattern(text);
    return size > MAX_INSTRUCTIONS ? 'repeats too much: write smaller numbers in { }' : undefined;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return syntaxProblem(error);
  }
}

/** What RE2 leaves out, because no engine can do it in linear time. */
const LEFT_OUT: readonly (readonly [fragment: RegExp, problem: string])[] = [
  [
    /^\(\?<?[=!]/,
    'uses look-around, which RE2 has not: match what is beside the span too, and put ( ) around the span',
  ],
  [/^\\(?:[1-9k])/, 'uses a back reference, which RE2 has not: write what the group matches once more'],
  [/^\\[uc]/, 'uses an escape that RE2 has not: write the character itself, or \\x{20AC}'],
];

function syntaxProblem(error: RE2JSException): string {
  if (!(error instanceof RE2JSSyntaxException)) return 'is not a regular expression of RE2';
  const fragment = error.getPattern() ?? '';
  const [, problem] = LEFT_OUT.find(([form]) => form.test(fragment)) ?? [];
  const place = fragment === '' ? '' : `, in "${fragment}"`;
  return problem ?? `is not a regular expression of RE2: ${error.getDescription()}${place}`;
}

/** A text as a pattern that matches it and nothing else. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Atoms of a pattern that stand for other characters, each with its repetition: `\d+\.\d`. */
const VARIABLE = /(?:(?:\\[dDwWsS.]|\[[^\]]+\]|\.)(?:[+*?]|\{\d+(?:,\d*)?\})?)+/g;

/**
 * A pattern that RE2 takes in place of a wrong one; undefined if none of the usual slips was made in it.
 * @param withGroup whether it has to have exactly one group
 */
export function mendedPattern(text: string, withGroup: boolean): string | undefined {
  // What a look-around asks for is matched instead: the group says what counts.
  const plain = text.replaceAll(/\(\?<?=(?<inner>[^()]*)\)/g, '$<inner>');
  const valid = [text, plain, `${text})`, text.replace(/\)$/, '')].find(
    each => each !== '()' && patternProblem(each) === undefined,
  );
  if (valid === undefined) return undefined;
  const { groups } = compilePattern(valid);
  if (!withGroup || groups === 1) return valid === text ? undefined : valid;
  const right = groups === 0 ? grouped(valid) : ungrouped(valid, groups - 1);
  return patternProblem(right) === undefined && compilePattern(right).groups === 1 ? right : undefined;
}

/** Puts a group around the last part that varies, or around all. */
function grouped(text: string): string {
  const last = [...text.matchAll(VARIABLE)].at(-1);
  if (last === undefined) return `(${text})`;
  const end = last.index + last[0].length;
  return `${text.slice(0, last.index)}(${last[0]})${text.slice(end)}`;
}

/** Makes the first groups such that capture nothing. */
function ungrouped(text: string, count: number): string {
  let left = count;
  return text.replaceAll(/\\.|\[[^\]]*\]|\((?!\?)/g, part => {
    if (part !== '(' || left === 0) return part;
    left -= 1;
    return '(?:';
  });
}

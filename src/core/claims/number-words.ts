const list = (words: string, first: number, step: number): [string, number][] =>
  words.split(/\s+/).map((word, index) => [word, first + index * step]);

/** Words that are added to what is before them: twenty + five. */
const SMALL: ReadonlyMap<string, number> = new Map([
  ...list('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen', 0, 1),
  ...list('fifteen sixteen seventeen eighteen nineteen', 15, 1),
  ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
]);

/** Words that multiply what is before them. */
const LARGE: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);

/** Words that are a number by themselves, and join no other. */
const ALONE: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

/** Words of numbers, for a pattern that looks for them. The articles `a` and `an` need a large one. */
export const NUMBER_WORDS: readonly string[] = [...SMALL.keys(), ...LARGE.keys(), ...ALONE.keys()];

/**
 * A number in English words → the number: `five`, `twenty-five`, `a hundred`, `two hundred and fifty`,
 * `half a dozen`, `twice`. Undefined if the text is none.
 */
export function numberOfWords(text: string): number | undefined {
  const words = text.trim().toLowerCase().split(/\s+|-/);
  const [first = '', ...rest] = words;
  const alone = ALONE.get(first);
  if (alone !== undefined) {
    if (rest.length === 0) return alone;
    // Half a dozen, half a million.
    const whole = first === 'half' && /^an?$/.test(rest[0] ?? '') ? numberOfWords(rest.join(' ')) : undefined;
    return whole === undefined ? undefined : whole / 2;
  }
  return /^an?$/.test(first) ? sumOf(['one', ...rest], true) : sumOf(words, false);
}

/** The number that words make from the largest to the smallest; undefined if their order makes none. */
function sumOf(words: readonly string[], needsLarge: boolean): number | undefined {
  let [total, part, limit, room] = [0, 0, Infinity, Infinity];
  if (needsLarge && !LARGE.has(words[1] ?? '')) return undefined;
  for (const [index, word] of words.entries()) {
    const [small, large] = [SMALL.get(word), LARGE.get(word)];
    if (small !== undefined) {
      // After "twenty" there is room for one to nine; after "five" for nothing more.
      if (small >= room || (small === 0 && words.length > 1)) return undefined;
      part += small;
      room = small >= 20 ? 10 : 0;
    } else if (large !== undefined && large <= 100) {
      if (part >= 100) return undefined;
      part = (part || 1) * large;
      room = large;
    } else if (large !== undefined) {
      if (large >= limit) return undefined;
      total += (part || 1) * large;
      [part, limit, room] = [0, large, large];
    } else if (word !== 'and' || !LARGE.has(words[index - 1] ?? '') || index === words.length - 1)
      return undefined;
  }
  return total + part;
}

const wordFor = (table: ReadonlyMap<string, number>, value: number): string =>
  [...table].find(([, each]) => each === value)?.[0] ?? '';

/** A whole number below a thousand million → English words; undefined for any other number. */
export function wordsOfNumber(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value >= 1e9) return undefined;
  if (value < 20) return wordFor(SMALL, value);
  if (value < 100)
    return [value - (value % 10), value % 10]
      .filter(Boolean)
      .map(each => wordFor(SMALL, each))
      .join('-');
  const scale = [1_000_000, 1000, 100].find(each => value >= each) ?? 100;
  const [count, rest] = [Math.floor(value / scale), value % scale];
  const head = `${count === 1 ? 'a' : wordsOfNumber(count)} ${wordFor(LARGE, scale)}`;
  if (rest === 0) return head;
  return `${head}${rest < 100 ? ' and' : ''} ${wordsOfNumber(rest)?.replace(/^a /, 'one ')}`;
}

import { NUMBER_WORDS, numberOfWords } from './number-words.ts';
import { type Measure, measureOf, stemOf } from './units.ts';

/** A number in a text, with what it counts. */
export interface FoundNumber {
  /** As written: `100,000`, `a hundred`. */
  readonly text: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly inWords: boolean;
  /** What it measures, if a unit of measure is beside it. */
  readonly measure?: Measure | undefined;
  /** Nouns that it may count, as stems, the nearest first. */
  readonly nouns: readonly string[];
  /** The noun whose number it is: `line` of "line 22". */
  readonly label?: string | undefined;
}

/** What is not before digits: they would be a part of a name, a path, a date or a time. */
const NOT_BEFORE = String.raw`(?<![\p{L}\p{N}_.,/:#$@\\-])`;
/** What is not behind digits: more of a version, a date or a name; the end of an ordinal. */
const NOT_BEHIND = String.raw`(?![\p{N}_]|[.,:/-]\p{N}|[/-]?\p{L}+\p{N}|(?:st|nd|rd|th)\b)`;
const DIGITS = String.raw`${NOT_BEFORE}[+-]?(?:\d{1,3}(?:[,_]\d{3})+|\d+)(?:\.\d+)?${NOT_BEHIND}`;

/** Words of numbers that are read as one: more of them in a row are no prose. */
const MAX_WORDS = 12;
/** Words of numbers in a row, also "a hundred", "two hundred and five" and "half a dozen". */
const WORD = `(?:${NUMBER_WORDS.join('|')})`;
const BETWEEN = String.raw`(?:[ \n-]|[ \n]and[ \n]|[ \n]an?[ \n])`;
const MORE = `(?:${BETWEEN}${WORD}){0,${MAX_WORDS - 1}}`;
const WORDS = String.raw`(?<![\p{L}\p{N}_'’-])(?:an?[ \n-])?${WORD}${MORE}(?![\p{L}\p{N}_'’])`;
const NUMBER = new RegExp(`(?<digits>${DIGITS})|(?<words>${WORDS})`, 'giu');

/** Words that end the phrase after a number: what is behind them is not counted by it. */
const STOP = new Set(
  `a after all also an and are as at be because been before but by can could did do does each else every for
  from had has have he her here his how if in into is it its less like many may might more most must no not
  of on once one or other others out over per she should so some such than that the their them then there
  these they this those to too under until up was we were what when where which while who will with would
  you your`.split(/\s+/),
);

/** Nouns before a number that is a name and no count: "line 22", "page 2". */
const LABELS = new Set(
  `attempt axis batch box case chunk code column core cpu exercise figure file index item job key level line
  lines lane number order page part phase port process queue round row rule run seat section signal stage step
  table task thread version worker`.split(/\s+/),
);

/** The numbers of a text, in digits and in English words, in the order of the text. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const { 0: whole, index, groups } of text.matchAll(NUMBER)) {
    if (groups?.digits !== undefined) found.push(...numberAt(text, index, whole, false));
    else
      for (const [start, words] of splitWords(whole))
        found.push(...numberAt(text, index + start, words, true));
  }
  return shareNouns(found, text);
}

/** Words of numbers in a row → the longest ones that are one number each. */
function splitWords(words: string): [start: number, words: string][] {
  const parts = [...words.matchAll(/[^\s-]+/g)];
  const result: [number, string][] = [];
  for (let from = 0; from < parts.length;) {
    let to = parts.length;
    const start = parts[from]?.index ?? 0;
    const slice = (): string => {
      const last = parts[to - 1];
      return words.slice(start, (last?.index ?? 0) + (last?.[0].length ?? 0));
    };
    while (to > from && numberOfWords(slice()) === undefined) to -= 1;
    if (to > from) result.push([start, slice()]);
    from = Math.max(to, from + 1);
  }
  return result;
}

function numberAt(text: string, start: number, whole: string, inWords: boolean): FoundNumber[] {
  const value = inWords ? numberOfWords(whole) : Number(whole.replaceAll(/[,_]/g, ''));
  if (value === undefined || !Number.isFinite(value)) return [];
  const end = start + whole.length;
  const { measure, nouns } = whatIsBeside(
    text.slice(Math.max(0, start - 40), start),
    text.slice(end, end + 80),
  );
  const label = /(?<word>\p{L}+)[ \n]$/u.exec(text.slice(Math.max(0, start - 30), start))?.groups?.word;
  const isLabel = label !== undefined && LABELS.has(label.toLowerCase()) && !inWords;
  return [
    { text: whole, value, start, end, inWords, measure, nouns, label: isLabel ? stemOf(label) : undefined },
  ];
}

/** A unit beside a number; or the words of its phrase, and the word before a colon: `threads: 5`. */
function whatIsBeside(before: string, after: string): Pick<FoundNumber, 'measure' | 'nouns'> {
  const direct = /^[ \n-]?(?:(?:of[ \n])?an?[ \n])?(?<unit>%|[\p{L}µμ]+)/u.exec(after)?.groups?.unit;
  const title = /(?<word>\p{L}+)\s?[:=]\s*$/u.exec(before)?.groups?.word;
  const measure = measureOf(direct ?? '') ?? measureOf(title ?? '');
  if (measure !== undefined) return { measure, nouns: [] };
  const nouns: string[] = [];
  for (const word of (/^(?:[ \n-]+\p{L}[\p{L}'’]*){0,3}/u.exec(after)?.[0] ?? '').split(/[ \n-]+/)) {
    if (word === '') continue;
    if (STOP.has(word.toLowerCase())) break;
    nouns.push(stemOf(word));
  }
  return { nouns: title === undefined ? nouns : [...nouns, stemOf(title)] };
}

/** Numbers in a row share what is behind the last: "0.3, 0.2 and 0.25 seconds", "5 to 10 percent". */
function shareNouns(found: readonly FoundNumber[], text: string): FoundNumber[] {
  const shared: FoundNumber[] = [];
  for (const number of found.toReversed()) {
    const next = shared.at(-1);
    const between = next === undefined ? '' : text.slice(number.end, next.start);
    const isInRow = next !== undefined && /^(?:,|,?[ \n](?:and|or|to)|–)[ \n]?$/.test(between);
    const { measure, nouns, label } = isInRow ? next : number;
    shared.push({ ...number, measure, nouns, label: number.label ?? label });
  }
  return shared.reverse();
}

/** A unit of measure: what it measures, and how many of the smallest unit it is. */
export interface Measure {
  readonly of: 'time' | 'size' | 'share';
  readonly size: number;
}

const table = (of: Measure['of'], units: Readonly<Record<string, number>>): [string, Measure][] =>
  Object.entries(units).flatMap(([names, size]) =>
    names.split(' ').map((name): [string, Measure] => [name, { of, size }]),
  );

/** Units as people and programs write them. A letter alone counts only directly behind its number. */
const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ...table('time', {
    'ns nanosecond nanoseconds': 1,
    'µs μs us microsecond microseconds': 1e3,
    'ms millisecond milliseconds': 1e6,
    's sec secs second seconds': 1e9,
    'min minute minutes': 6e10,
    'h hour hours': 3.6e12,
    'day days': 8.64e13,
  }),
  ...table('size', {
    'byte bytes B': 1,
    'kB KB kilobyte kilobytes': 1e3,
    'MB megabyte megabytes': 1e6,
    'GB gigabyte gigabytes': 1e9,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
  }),
  ...table('share', { '% percent': 1 }),
]);

/** The measure that a word names; undefined if it is no unit of measure. */
export function measureOf(word: string): Measure | undefined {
  return MEASURES.get(word) ?? MEASURES.get(word.toLowerCase());
}

/** A noun in the form in which two texts agree on it: `queries` and `Query` → `query`. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase();
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(lower)) return lower.slice(0, -2);
  return /[^su]s$/.test(lower) ? lower.slice(0, -1) : lower;
}

import type { FoundNumber } from './find-numbers.ts';

/** Numbers in words up to here are words of everyday speech: they need a noun to be compared. */
const EVERYDAY = 12;

/** What a printed number has to do with one of the prose. */
export interface Judgement<Printed extends FoundNumber> {
  /**
   * `stands`: it is in the output, perhaps rounded. `contradicts`: the output counts or measures the same
   * thing, and has another number for it.
   */
  readonly kind: 'stands' | 'contradicts';
  readonly printed: Printed;
}

/** Numbers of outputs, sorted by what they measure, count or name, and by their values. */
export interface PrintedIndex<Printed extends FoundNumber> {
  readonly byNoun: ReadonlyMap<string, readonly Printed[]>;
  readonly byValue: ReadonlyMap<string, readonly Printed[]>;
}

/** Sorts the numbers of outputs, so that a number of the prose meets only those that it may speak of. */
export function indexNumbers<Printed extends FoundNumber>(
  printed: readonly Printed[],
): PrintedIndex<Printed> {
  const sorted = (keysOf: (number: FoundNumber) => readonly string[]): Map<string, Printed[]> => {
    const lists = new Map<string, Printed[]>();
    for (const number of printed)
      for (const key of new Set(keysOf(number))) {
        const list = lists.get(key) ?? [];
        list.push(number);
        lists.set(key, list);
      }
    return lists;
  };
  return { byNoun: sorted(nounKeys), byValue: sorted(valueKeys) };
}

/**
 * Compares a number of the prose with all numbers of the outputs of its section.
 * @returns undefined if they have nothing to do with each other
 */
export function judgeNumber<Printed extends FoundNumber>(
  said: FoundNumber,
  { byNoun, byValue }: PrintedIndex<Printed>,
): Judgement<Printed> | undefined {
  const alike = [...new Set(nounKeys(said).flatMap(key => byNoun.get(key) ?? []))];
  const same = alike.find(each => equals(said, each)) ?? alike.find(each => roundsTo(said, each));
  if (same !== undefined) return { kind: 'stands', printed: same };
  const bare = valueKeys(said)
    .flatMap(key => byValue.get(key) ?? [])
    .find(each => mayBeSame(said, each) && equals(said, each));
  if (bare !== undefined) return { kind: 'stands', printed: bare };
  const other = alike.reduce<Printed | undefined>(
    (nearest, each) =>
      nearest === undefined || distance(said, each) < distance(said, nearest) ? each : nearest,
    undefined,
  );
  return other && { kind: 'contradicts', printed: other };
}

/** What two numbers that are about the same thing share: a measure, a label, or one of their nouns. */
function nounKeys({ measure, label, nouns }: FoundNumber): readonly string[] {
  if (measure !== undefined) return [`measure ${measure.of}`];
  return label === undefined ? nouns.map(noun => `noun ${noun}`) : [`label ${label}`];
}

/** The value as it is, and in the smallest unit of its measure. */
function valueKeys({ value, measure }: FoundNumber): readonly string[] {
  const keys = [value, value * (measure?.size ?? 1)].map(each => Number(each.toPrecision(9)));
  return [...new Set(keys)].map(String);
}

/**
 * Whether two numbers may be the same, although no words beside them agree: the value is rare, or both are in
 * digits, and nothing beside one of the two says what it counts.
 */
function mayBeSame(said: FoundNumber, printed: FoundNumber): boolean {
  if (said.measure !== undefined && printed.measure !== undefined)
    return said.measure.of === printed.measure.of;
  const isRare = said.value > EVERYDAY || !Number.isInteger(said.value);
  const inDigits = !said.inWords && !printed.inWords;
  return isRare || (inDigits && (isBare(said) || isBare(printed)));
}

function isBare({ measure, nouns, label }: FoundNumber): boolean {
  return measure === undefined && nouns.length === 0 && label === undefined;
}

/** In the unit that both have; as they are if one of them has none. */
function valuesOf(said: FoundNumber, printed: FoundNumber): readonly [number, number] {
  if (said.measure === undefined || printed.measure === undefined) return [said.value, printed.value];
  return [said.value * said.measure.size, printed.value * printed.measure.size];
}

function distance(said: FoundNumber, printed: FoundNumber): number {
  const [a, b] = valuesOf(said, printed);
  return Math.abs(a - b);
}

function equals(said: FoundNumber, printed: FoundNumber): boolean {
  const [a, b] = valuesOf(said, printed);
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

/** Whether the printed number, rounded to the digits of the prose, is that of the prose. */
function roundsTo(said: FoundNumber, printed: FoundNumber): boolean {
  const [a, b] = valuesOf(said, printed);
  return !Number.isInteger(printed.value) && Math.abs(a - b) <= halfStep(said) * (said.measure?.size ?? 1);
}

/** Half of the last digit of a number, as it is written: what rounds to it differs by no more. */
export function halfStep({ text, inWords }: FoundNumber): number {
  const digits = inWords ? 0 : (text.split('.')[1]?.length ?? 0);
  return 10 ** -digits / 2;
}

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

/**
 * Compares a number of the prose with all numbers of the outputs of its section.
 * @returns undefined if they have nothing to do with each other
 */
export function judgeNumber<Printed extends FoundNumber>(
  said: FoundNumber,
  printed: readonly Printed[],
): Judgement<Printed> | undefined {
  const same = printed.find(each => isSame(said, each) && equals(said, each));
  if (same !== undefined) return { kind: 'stands', printed: same };
  const alike = printed.filter(each => isSame(said, each));
  const rounded = alike.find(each => roundsTo(said, each));
  if (rounded !== undefined) return { kind: 'stands', printed: rounded };
  const bare = printed.find(each => mayBeSame(said, each) && equals(said, each));
  if (bare !== undefined) return { kind: 'stands', printed: bare };
  const [other] = alike.toSorted((a, b) => distance(said, a) - distance(said, b));
  return other && { kind: 'contradicts', printed: other };
}

/** Whether two numbers measure, count or name the same thing, by the words beside them. */
function isSame(said: FoundNumber, printed: FoundNumber): boolean {
  if (said.measure !== undefined || printed.measure !== undefined)
    return said.measure?.of === printed.measure?.of;
  if (said.label !== undefined || printed.label !== undefined) return said.label === printed.label;
  return said.nouns.some(noun => printed.nouns.includes(noun));
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
  const digits = said.inWords ? 0 : (said.text.split('.')[1]?.length ?? 0);
  const step = 10 ** -digits * (said.measure?.size ?? 1);
  const [a, b] = valuesOf(said, printed);
  return !Number.isInteger(printed.value) && Math.abs(a - b) <= step / 2;
}

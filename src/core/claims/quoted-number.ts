import { boundsOfCapture } from '../contract/masks/masked-part.ts';
import type { Bounds, Mask } from '../contract/masks/mask.ts';
import type { Capture } from '../text/plain-output.ts';
import { EXACT } from './said-number.ts';

/** A number of a run, and between which bounds the contract keeps it. */
export interface ProvenNumber {
  readonly value: number;
  readonly bounds: Required<Bounds>;
}

/** A captured number with its bounds; undefined if a mask hides it, wholly or in part, without bounds. */
export function provenNumber(
  captured: Capture,
  value: number,
  output: string,
  masks: readonly Mask[],
): ProvenNumber | undefined {
  const bounds = boundsOfCapture({ ...captured, value }, output, masks);
  return bounds && { value, bounds };
}

/** The most that `about` may be: half of the number. With more, "two" would be "four". */
export function mostAbout(actual: number): number {
  return roundDown(Math.abs(actual) / 2);
}

/** The least `about`, with few digits, with which a number may be said for another. */
export function leastAbout(said: number, actual: number): number {
  const distance = Math.abs(said - actual);
  if (distance === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(distance)) - 1);
  return toDigits(Math.ceil(distance / step - EXACT) * step);
}

function roundDown(value: number): number {
  if (value === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return toDigits(Math.floor(value / step + EXACT) * step);
}

/** Without the digits that only binary fractions have: 0.1 + 0.2 is 0.3. */
function toDigits(value: number): number {
  return Number(value.toPrecision(12));
}

/** The quotient of two numbers; undefined if the divisor can be 0, or their signs may differ. */
export function quotientOf(of: ProvenNumber, to: ProvenNumber): ProvenNumber | undefined {
  const quotient = rangeOfQuotient(of.bounds, to.bounds);
  return quotient && of.value > 0 && to.value > 0
    ? { value: toDigits(of.value / to.value), bounds: quotient }
    : undefined;
}

/** Between which bounds the quotient of two bounded numbers is; undefined unless all of them are above 0. */
export function rangeOfQuotient(of: Required<Bounds>, to: Required<Bounds>): Required<Bounds> | undefined {
  if (!(of.min > 0 && to.min > 0)) return undefined;
  return { min: toDigits(of.min / to.max), max: toDigits(of.max / to.min) };
}

/** Whether a number is within bounds, both included. */
export function isWithin(number: number, { min, max }: Required<Bounds>): boolean {
  return number >= min - EXACT * Math.abs(min) && number <= max + EXACT * Math.abs(max);
}

/** Whether a number may be said of one that runs keep within bounds; only a mask lets it have any. */
export function mayBeSaidOf(said: number, bounds: Required<Bounds>): boolean {
  return bounds.min === bounds.max || isWithin(said, bounds);
}

import { parseNumber } from '../contract/masks/number.ts';
import { numberOfWords } from './number-words.ts';

/** The number between the tags of `<Value>` or `<Ratio>`; undefined if it is none. */
export function saidNumber(text: string, as: 'words' | undefined): number | undefined {
  return as === 'words' ? numberOfWords(text) : parseNumber(text);
}

/** The number that an output prints, in digits or in words; undefined if it prints none. */
export function printedNumber(text: string): number | undefined {
  return parseNumber(text) ?? numberOfWords(text);
}

/** Floating-point numbers are compared to so many parts. */
export const EXACT = 1e-9;

/** Whether two numbers differ by no more than `about`. */
export function isAbout(said: number, actual: number, about = 0): boolean {
  return Math.abs(said - actual) <= about + EXACT * Math.max(Math.abs(said), Math.abs(actual));
}

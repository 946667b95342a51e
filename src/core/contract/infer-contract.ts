import { inferOrder } from './infer-order.ts';
import { applyMasks, type Mask } from './masks/mask.ts';
import { NAMED_MASKS, type NamedMask } from './masks/named-masks.ts';
import type { LineOrder } from './order.ts';
import { splitLines } from '../text/lines.ts';
import { escapePattern } from '../text/pattern.ts';

/** The tightest contract that some outputs of one example satisfy. */
export interface InferredContract {
  readonly order: LineOrder;
  /** Masks to add to the contract's own. */
  readonly masks: readonly Mask[];
}

/** Lines of an output that a contract is fitted to. No page shows so many. */
export const MAX_FITTED_LINES = 5000;

/**
 * Finds the tightest contract that fits some outputs; undefined if masks cannot explain the differences, or
 * if the outputs are too long to try.
 */
export function inferContract(
  outputs: readonly string[],
  own: readonly Mask[],
): InferredContract | undefined {
  const split = outputs.map(splitLines);
  // No contract can vary the last line feed.
  if (new Set(split.map(({ closed }) => closed)).size > 1) return undefined;
  const lines = split.map(output => output.lines);
  if (lines.some(({ length }) => length > MAX_FITTED_LINES)) return undefined;
  const masks = inferMasks(lines, own);
  if (masks === undefined) return undefined;
  return { order: inferOrder(lines.map(each => applyMasks(each, [...own, ...masks]).lines)), masks };
}

/**
 * The fewest masks that give all outputs the same lines, in any order: one by name, or else patterns for
 * lines in which one number differs, or else both. Undefined if no such masks do.
 */
export function inferMasks(
  outputs: readonly (readonly string[])[],
  own: readonly Mask[],
): readonly Mask[] | undefined {
  const maskedBy = (masks: readonly Mask[]): (readonly string[])[] =>
    outputs.map(lines => applyMasks(lines, [...own, ...masks]).lines);
  const unused = (Object.keys(NAMED_MASKS) as NamedMask[]).filter(name => !own.includes(name));
  const named: readonly Mask[][] = [[], ...unused.map(name => [name])];
  const numbered = named.map(masks => [...masks, ...inferNumberMasks(maskedBy(masks))]);
  return [...named, ...numbered].find(
    masks => new Set(maskedBy(masks).map(lines => lines.toSorted().join('\n'))).size <= 1,
  );
}

/** Characters of a line on either side of a number that its mask includes. */
const CONTEXT = 40;
/** Masks in a proposal. */
const MAX_INFERRED = 10;
const NUMBER = /\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** A mask for each shape of line that differs between outputs in one number. */
function inferNumberMasks(outputs: readonly (readonly string[])[]): Mask[] {
  const sets = outputs.map(lines => new Set(lines));
  const varying = [...new Set(outputs.flat())].filter(line => !sets.every(lines => lines.has(line)));
  const shapes = Map.groupBy(varying, line => line.replaceAll(NUMBER, '#'));
  // A contract of more masks than a person would write explains nothing.
  if (shapes.size > MAX_INFERRED) return [];
  return [...shapes.values()].flatMap((lines, index) => {
    const pattern = numberPattern(lines);
    return pattern === undefined ? [] : [{ name: index === 0 ? 'number' : `number-${index + 1}`, pattern }];
  });
}

/** Lines of one shape → the pattern of the only number that varies; undefined if several do. */
function numberPattern(lines: readonly string[]): string | undefined {
  const numbers = lines.map(line => [...line.matchAll(NUMBER)]);
  const [line = ''] = lines;
  const [first = []] = numbers;
  const varying = first.keys().filter(at => new Set(numbers.map(each => each[at]?.[0])).size > 1);
  const [at = -1, ...others] = varying;
  const match = first[at];
  if (match === undefined || others.length > 0) return undefined;
  // The name of another mask is no text of the output: the pattern reaches from one name to the next.
  const ahead = line.slice(0, match.index).split('\0').at(-1) ?? '';
  const behind = line.slice(match.index + match[0].length).split('\0')[0] ?? '';
  const start = ahead.length === match.index && ahead.length <= CONTEXT ? '^' : '';
  const fraction = numbers.some(each => each[at]?.[0].includes('.'))
    ? String.raw`\d+(?:\.\d+)?(?:e[+-]?\d+)?`
    : String.raw`\d+`;
  const [before, after] = [ahead.slice(-CONTEXT), behind.slice(0, CONTEXT)].map(escapePattern);
  return `${start}${before}(${fraction})${after}`;
}

import type { Contract } from '../contract-schema.ts';
import { type Mask, NAMED_MASKS, type NamedMask } from '../mask-schema.ts';
import { splitLines } from '../../text/lines.ts';
import { applyMasks } from '../mask.ts';

/** A mask that explains a difference. */
export type MaskAdvice = Mask;

/**
 * The fewest masks that give all outputs the same lines, in whatever order: common ones by name first,
 * then patterns made of the lines in which only numbers differ. Undefined when none do.
 */
export function inferMasks(
  outputs: readonly string[],
  contract: Pick<Contract, 'mask'>,
): readonly MaskAdvice[] | undefined {
  const explains = (masks: readonly Mask[]): boolean => sameLines(outputs, [...contract.mask, ...masks]);
  if (explains([])) return [];
  const unused = (Object.keys(NAMED_MASKS) as NamedMask[]).filter(name => !contract.mask.includes(name));
  const single = unused.find(name => explains([name]));
  if (single !== undefined) return [single];
  const numbers = inferNumberMasks(outputs, contract);
  if (explains(numbers)) return numbers;
  const both = unused.find(name =>
    explains([name, ...inferNumberMasks(outputs, { mask: [...contract.mask, name] })]),
  );
  return both === undefined
    ? undefined
    : [both, ...inferNumberMasks(outputs, { mask: [...contract.mask, both] })];
}

function sameLines(outputs: readonly string[], mask: readonly Mask[]): boolean {
  return new Set(maskedLines(outputs, mask).map(lines => lines.toSorted().join('\n'))).size <= 1;
}

function maskedLines(outputs: readonly string[], mask: readonly Mask[]): (readonly string[])[] {
  return outputs.map(output => applyMasks(splitLines(output).lines, { mask: [...mask] }).lines);
}

/** Characters of a line on either side of a number that its mask names. */
const REACH = 40;
const NUMBER = /\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** A mask for each shape of line that is not the same in all outputs and holds one number that varies. */
function inferNumberMasks(outputs: readonly string[], contract: Pick<Contract, 'mask'>): Mask[] {
  const all = maskedLines(outputs, contract.mask);
  const shapes = new Map<string, string[]>();
  for (const line of all.flat()) {
    if (all.every(lines => lines.includes(line))) continue;
    const shape = line.replaceAll(NUMBER, '#');
    shapes.set(shape, [...(shapes.get(shape) ?? []), line]);
  }
  return [...shapes.values()].flatMap((lines, index) => maskOf(lines, index));
}

/** Lines that differ in one number → the mask for it, bounded by nothing: what was seen is no bound on what can be. */
function maskOf(lines: readonly string[], index: number): Mask[] {
  const numbers = lines.map(line => [...line.matchAll(NUMBER)]);
  const [first = []] = numbers;
  const varying = first.map((_, at) => new Set(numbers.map(each => each[at]?.[0])).size > 1);
  const at = varying.indexOf(true);
  const match = first[at];
  const line = lines[0];
  if (match === undefined || line === undefined || varying.filter(Boolean).length > 1) return [];
  // What another mask took has no text of its own: the pattern reaches from it, and to it.
  const ahead = line.slice(0, match.index).split('\0').at(-1) ?? '';
  const behind = line.slice(match.index + match[0].length).split('\0')[0] ?? '';
  const before = escape(ahead.slice(-REACH));
  const after = escape(behind.slice(0, REACH));
  const start = ahead.length === match.index && ahead.length <= REACH ? '^' : '';
  const fraction = numbers.some(each => each[at]?.[0].includes('.'))
    ? String.raw`\d+(?:\.\d+)?(?:e[+-]?\d+)?`
    : String.raw`\d+`;
  return [
    {
      name: index === 0 ? 'number' : `number-${index + 1}`,
      pattern: `${start}${before}(${fraction})${after}`,
    },
  ];
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

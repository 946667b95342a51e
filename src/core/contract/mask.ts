import type { Contract } from './contract-schema.ts';
import { type Mask, NAMED_MASKS } from './mask-schema.ts';

/** One span of a line that a mask took. */
export interface MaskedSpan {
  /** Index of the mask in its contract: two masks may have one name, and bounds of their own. */
  readonly mask: number;
  /** What stood there. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

export interface Masked {
  /** The lines with each span replaced by its mask's name between two NULs: a run that prints NUL fails, so no output holds one. */
  readonly lines: readonly string[];
  readonly spans: readonly MaskedSpan[];
}

const MARK = '\0';

export interface CompiledMask {
  readonly name: string;
  readonly regex: RegExp;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** A mask as the contract writes it → its pattern, ready to run. */
export function compileMask(mask: Mask): CompiledMask {
  const { name, pattern, ...bounds } =
    typeof mask === 'string' ? { name: mask, pattern: NAMED_MASKS[mask] } : mask;
  return { name, regex: new RegExp(pattern, 'gdu'), ...bounds };
}

/** Replaces what differs from run to run; the same on both sides of a comparison. */
export function applyMasks(lines: readonly string[], contract: Pick<Contract, 'mask'>): Masked {
  const masks = contract.mask.map(compileMask);
  const spans: MaskedSpan[] = [];
  const masked = lines.map((text, index) =>
    masks.reduce(
      (line, compiled, mask) =>
        maskLine(line, compiled, span => spans.push({ mask, text: span, line: index + 1 })),
      text,
    ),
  );
  return { lines: masked, spans };
}

function maskLine(line: string, { name, regex }: CompiledMask, found: (span: string) => void): string {
  let result = '';
  let from = 0;
  for (const match of line.matchAll(regex)) {
    const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
    if (start === end || start < from || isInName(line, start) || isInName(line, end)) continue;
    found(line.slice(start, end));
    result += `${line.slice(from, start)}${MARK}${name}${MARK}`;
    from = end;
  }
  return result + line.slice(from);
}

/** Whether a place in a line lies inside the name of a mask that took a span before. */
function isInName(line: string, at: number): boolean {
  return line.slice(0, at).split(MARK).length % 2 === 0;
}

/** A masked line as people read it: `Took ⟨seconds⟩ s`. */
export function showMasked(line: string): string {
  return line.replaceAll(/\0([^\0]*)\0/g, '⟨$1⟩');
}

/** A mask that takes the same spans and does not check their numbers. */
export function withoutBounds(mask: Mask): Mask {
  return typeof mask === 'string' ? mask : { name: mask.name, pattern: mask.pattern };
}

/** Whether a mask says how large its number may be. */
export function isBounded(mask: Mask): boolean {
  return typeof mask === 'object' && (mask.min !== undefined || mask.max !== undefined);
}

/** Numbers outside the bounds that their mask sets, each as a sentence. */
export function outOfBounds({ spans }: Masked, contract: Pick<Contract, 'mask'>): string[] {
  return contract.mask.map(compileMask).flatMap(({ name, min, max }, mask) =>
    spans
      .filter(span => span.mask === mask && (min !== undefined || max !== undefined))
      .flatMap(({ text, line }) => {
        const value = Number(text.replaceAll(/[,_ ]/g, ''));
        if (Number.isNaN(value)) return [`line ${line}: ${name} is "${text}", which is not a number`];
        if (min !== undefined && value < min)
          return [`line ${line}: ${name} is ${text}, below its min ${min}`];
        if (max !== undefined && value > max)
          return [`line ${line}: ${name} is ${text}, above its max ${max}`];
        return [];
      }),
  );
}

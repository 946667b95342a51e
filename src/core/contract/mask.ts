import { z } from 'zod';
import { regexSchema } from './regex.ts';

/** Masks with a name: spans of output that differ from run to run. Each pattern is applied line by line. */
export const NAMED_MASKS = {
  duration: String.raw`\d+(?:\.\d+)? ?(?:ns|µs|us|ms|s|sec|secs|seconds?|minutes?)\b`,
  address: String.raw`\b0x[0-9a-fA-F]{6,16}\b`,
  // Not the digits of a fraction.
  'thread-id': String.raw`(?<![\d.])\d{12,20}\b`,
  pid: String.raw`\b(?:pid|PID|process)[ =:#]+(\d{1,7})\b`,
  date: String.raw`\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\b`,
  uuid: String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`,
  path: String.raw`(?:/[\w.@+-]+){2,}/?`,
} as const satisfies Record<string, string>;

export type NamedMask = keyof typeof NAMED_MASKS;

/** One span that differs from run to run: a common kind by its name, or a pattern of the example's own. */
export const maskSchema = z.union(
  [
    z.enum(Object.keys(NAMED_MASKS) as NamedMask[]),
    z.strictObject({
      name: z
        .string()
        .regex(/^[a-z][a-z0-9-]*$/, 'is not lower-case letters, digits and hyphens')
        .describe('Stands for the span in a comparison, for example `speed-up`.'),
      pattern: regexSchema.describe(
        'JavaScript regular expression; its first group, or else the whole match, is the span.',
      ),
      min: z.number().optional().describe('The span is a number, and not below this.'),
      max: z.number().optional().describe('The span is a number, and not above this.'),
    }),
  ],
  { error: `is none of ${Object.keys(NAMED_MASKS).join(', ')}, nor { name, pattern }` },
);

export type Mask = z.output<typeof maskSchema>;

/** Bounds of a number, both included; it has no bound on a side that is absent. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** One span of a line that a mask took. */
interface MaskedSpan {
  /** Index of the mask in its contract: two masks may have one name, and different bounds. */
  readonly mask: number;
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

interface MaskedLines {
  /** Spans are replaced by the name of their mask between two NULs. Outputs hold none: printing it fails. */
  readonly lines: readonly string[];
  readonly spans: readonly MaskedSpan[];
}

const MARK = '\0';

interface CompiledMask extends Bounds {
  readonly name: string;
  readonly regex: RegExp;
}

/** A mask of a contract → its pattern, ready to run. */
export function compileMask(mask: Mask): CompiledMask {
  const { name, pattern, ...bounds } =
    typeof mask === 'string' ? { name: mask, pattern: NAMED_MASKS[mask] } : mask;
  return { name, regex: new RegExp(pattern, 'gdu'), ...bounds };
}

/** The span of a line that a match of a mask takes: its first group, or else the whole match. */
export function spanOf({ indices }: RegExpExecArray): readonly [start: number, end: number] {
  return indices?.[1] ?? indices?.[0] ?? [0, 0];
}

/** Replaces what differs from run to run. Both sides of a comparison are masked. */
export function applyMasks(lines: readonly string[], masks: readonly Mask[]): MaskedLines {
  const compiled = masks.map(compileMask);
  const spans: MaskedSpan[] = [];
  const masked = lines.map((line, index) =>
    compiled.reduce(
      (text, each, mask) => maskLine(text, each, span => spans.push({ mask, text: span, line: index + 1 })),
      line,
    ),
  );
  return { lines: masked, spans };
}

function maskLine(line: string, { name, regex }: CompiledMask, take: (span: string) => void): string {
  let result = '';
  let from = 0;
  for (const match of line.matchAll(regex)) {
    const [start, end] = spanOf(match);
    if (start === end || start < from || isInName(line, start) || isInName(line, end)) continue;
    take(line.slice(start, end));
    result += `${line.slice(from, start)}${MARK}${name}${MARK}`;
    from = end;
  }
  return result + line.slice(from);
}

/** Whether a position of a line lies inside the name of a mask that was applied before. */
function isInName(line: string, position: number): boolean {
  return line.slice(0, position).split(MARK).length % 2 === 0;
}

/** A masked line as people read it: `Took ⟨seconds⟩ s`. */
export function showMasked(line: string): string {
  return line.replaceAll(/\0([^\0]*)\0/g, '⟨$1⟩');
}

/** A mask that takes the same spans and does not check their numbers. */
export function withoutBounds(mask: Mask): Mask {
  return typeof mask === 'string' ? mask : { name: mask.name, pattern: mask.pattern };
}

/** Whether a mask has bounds for its number. */
export function isBounded(mask: Mask): mask is Exclude<Mask, string> {
  return typeof mask === 'object' && (mask.min !== undefined || mask.max !== undefined);
}

/** Numbers outside the bounds that their mask sets, each as a sentence. */
export function outOfBounds({ spans }: MaskedLines, masks: readonly Mask[]): string[] {
  return masks.flatMap((mask, index) =>
    isBounded(mask)
      ? spans.filter(span => span.mask === index).flatMap(span => boundsProblem(span, mask) ?? [])
      : [],
  );
}

function boundsProblem(
  { text, line }: MaskedSpan,
  { name, min, max }: Exclude<Mask, string>,
): string | undefined {
  const value = Number(text.replaceAll(/[,_ ]/g, ''));
  if (Number.isNaN(value)) return `line ${line}: ${name} is "${text}", which is not a number`;
  if (min !== undefined && value < min) return `line ${line}: ${name} is ${text}, below its min ${min}`;
  if (max !== undefined && value > max) return `line ${line}: ${name} is ${text}, above its max ${max}`;
  return undefined;
}

import { z } from 'zod';
import { compilePattern, type Pattern } from '../../text/pattern.ts';
import { regexSchema } from '../../text/regex.ts';
import { NAMED_MASKS, type NamedMask, namedProblem } from './named-masks.ts';
import { parseNumber } from './number.ts';

/** One span that differs from run to run: a common kind by its name, or a pattern of the example's own. */
export const maskSchema = z.union(
  [
    z.enum(Object.keys(NAMED_MASKS) as NamedMask[]),
    z.strictObject({
      name: z
        .string()
        .max(40)
        .regex(/^[a-z][a-z0-9-]*$/, 'is not lower-case letters, digits and hyphens')
        .describe('Stands for the span in a comparison, for example `speed-up`.'),
      pattern: regexSchema.describe(
        'Regular expression of RE2; its first group, or else the whole match, is the span. What it hides ' +
          'must have a form: digits, or words that the pattern lists.',
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
export interface MaskedSpan {
  /** Index of the mask in its contract: two masks may have one name, and different bounds. */
  readonly mask: number;
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Offsets in the line as it was printed. */
  readonly start: number;
  readonly end: number;
}

export interface MaskedLines {
  /** Spans are replaced by the name of their mask between two NULs. Outputs hold none: printing it fails. */
  readonly lines: readonly string[];
  readonly spans: readonly MaskedSpan[];
  /** Whether the masks were not applied to the end, because that would take too long. */
  readonly unfinished: boolean;
}

const MARK = '\0';

/** Steps of the engine at worst, about 5 ns each: a hundred times what an honest output takes. */
const MAX_STEPS = 2e8;

interface CompiledMask extends Bounds {
  readonly name: string;
  readonly pattern: Pattern;
}

/** A mask of a contract → its pattern, ready to run. */
export function compileMask(mask: Mask): CompiledMask {
  if (typeof mask === 'string') return { name: mask, pattern: compilePattern(NAMED_MASKS[mask].pattern) };
  const { name, pattern, ...bounds } = mask;
  return { name, pattern: compilePattern(pattern), ...bounds };
}

/** The span of a line that a mask takes at `from` or later: the first group, or else the whole match. */
export function* spansIn(line: string, { pattern }: CompiledMask): Generator<[start: number, end: number]> {
  let from = 0;
  while (from <= line.length) {
    const match = pattern.find(line, from);
    if (match === undefined) return;
    const { start, end } = match.group ?? match;
    yield [start, end];
    from = match.end > match.start ? match.end : match.end + 1;
  }
}

/** Replaces what differs from run to run. Both sides of a comparison are masked. */
export function applyMasks(lines: readonly string[], masks: readonly Mask[]): MaskedLines {
  const compiled = masks.map(compileMask);
  const spans: MaskedSpan[] = [];
  let steps = 0;
  const masked = lines.map((line, index) => {
    let current: MaskedLine = { text: line, names: [] };
    for (const [mask, each] of compiled.entries()) {
      if (steps > MAX_STEPS) break;
      const taken = maskLine(current, each);
      steps += taken.steps;
      current = taken.masked;
      for (const [start, end] of taken.spans)
        spans.push({ mask, text: line.slice(start, end), line: index + 1, start, end });
    }
    return current.text;
  });
  return { lines: masked, spans, unfinished: steps > MAX_STEPS };
}

/** A line in which masks have replaced spans by names. */
interface MaskedLine {
  readonly text: string;
  /** The names in it: their offsets in `text`, and those of what they replace in the printed line. */
  readonly names: readonly {
    readonly at: readonly [number, number];
    readonly raw: readonly [number, number];
  }[];
}

function maskLine(
  { text, names }: MaskedLine,
  mask: CompiledMask,
): { masked: MaskedLine; spans: (readonly [number, number])[]; steps: number } {
  const name = `${MARK}${mask.name}${MARK}`;
  const spans: (readonly [number, number])[] = [];
  const kept: MaskedLine['names'][number][] = [];
  let result = '';
  let from = 0;
  let next = 0;
  let steps = mask.pattern.size * (text.length + 1);
  /** Moves the names before an offset into the result. */
  const keepUntil = (offset: number): void => {
    for (let named = names[next]; named !== undefined && named.at[1] <= offset; named = names[next]) {
      const shift = result.length - from;
      kept.push({ at: [named.at[0] + shift, named.at[1] + shift], raw: named.raw });
      next += 1;
    }
  };
  /** An offset of the text → the same place in the printed line, behind the names that were kept so far. */
  const rawOf = (offset: number): number => {
    const before = names[next - 1];
    return before === undefined ? offset : before.raw[1] + offset - before.at[1];
  };
  for (const [start, end] of spansIn(text, mask)) {
    steps += mask.pattern.size * (text.length - start + 1);
    if (steps > MAX_STEPS) break;
    if (start === end || start < from) continue;
    keepUntil(start);
    // Neither end may be inside the name of a mask that was applied before.
    if (isInside(start, names[next])) continue;
    const rawStart = rawOf(start);
    let last = next;
    for (let covered = names[last]; covered !== undefined && covered.at[1] <= end; covered = names[last])
      last += 1;
    if (isInside(end, names[last])) continue;
    next = last;
    const raw = [rawStart, rawOf(end)] as const;
    spans.push(raw);
    result += text.slice(from, start) + name;
    kept.push({ at: [result.length - name.length, result.length], raw });
    from = end;
  }
  keepUntil(text.length);
  return { masked: { text: result + text.slice(from), names: kept }, spans, steps };
}

function isInside(offset: number, name: MaskedLine['names'][number] | undefined): boolean {
  return name !== undefined && offset > name.at[0] && offset < name.at[1];
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
export function isBounded(mask: Mask): boolean {
  return typeof mask === 'object' && (mask.min !== undefined || mask.max !== undefined);
}

const TOO_LONG = 'its masks take too long for this output: print shorter lines, or write simpler patterns';
/** Spans that a message names of those that are wrong. */
const MAX_NAMED = 10;

/** Spans that are not what their mask takes them for, each as a sentence: a number outside its bounds. */
export function outOfBounds({ spans, unfinished }: MaskedLines, masks: readonly Mask[]): string[] {
  const byMask = Map.groupBy(spans, ({ mask }) => mask);
  const wrong = masks.flatMap((mask, index) =>
    (byMask.get(index) ?? []).flatMap(span => valueProblem(span, mask) ?? []),
  );
  const named = wrong.slice(0, MAX_NAMED);
  if (wrong.length > MAX_NAMED) named.push(`${wrong.length - MAX_NAMED} more are not as they should be`);
  return unfinished ? [TOO_LONG, ...named] : named;
}

function valueProblem({ text, line }: MaskedSpan, mask: Mask): string | undefined {
  const problem = typeof mask === 'string' ? namedProblem(mask, text) : boundsProblem(text, mask);
  return problem === undefined ? undefined : `line ${line}: ${problem}`;
}

function boundsProblem(text: string, mask: Exclude<Mask, string>): string | undefined {
  const { name, min, max } = mask;
  if (!isBounded(mask)) return undefined;
  const value = parseNumber(text);
  if (value === undefined) return `${name} is "${text}", which is not a number`;
  if (min !== undefined && value < min) return `${name} is ${text}, below its min ${min}`;
  if (max !== undefined && value > max) return `${name} is ${text}, above its max ${max}`;
  return undefined;
}

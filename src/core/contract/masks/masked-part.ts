import { splitLines } from '../../text/lines.ts';
import { type Capture, shownOutput } from '../../text/plain-output.ts';
import { applyMasks, type Bounds, compileMask, type Mask } from './mask.ts';

/**
 * The name of a mask that hides a captured part of an output, and does not say between which bounds it is: no
 * comparison has proved that part. Undefined if all of it was compared.
 */
export function unprovedBy(
  { text, start }: Capture,
  output: string,
  masks: readonly Mask[],
): string | undefined {
  return maskedParts({ text, start }, output, masks).find(({ bounds }) => bounds === undefined)?.name;
}

/**
 * Between which bounds the contract lets a captured number be. Without a mask, that is the number itself;
 * undefined if a mask hides a part of it, more than it, or has no bounds for it.
 */
export function boundsOfCapture(
  captured: Capture & { readonly value: number },
  output: string,
  masks: readonly Mask[],
): Required<Bounds> | undefined {
  const parts = maskedParts(captured, output, masks);
  const { value } = captured;
  if (parts.length === 0) return { min: value, max: value };
  const [part] = parts;
  const { bounds } = part ?? {};
  return parts.length === 1 && part?.isWhole ? bounds : undefined;
}

/** The masks that hide something of a captured part. */
export function masksOver(captured: Capture, output: string, masks: readonly Mask[]): readonly Mask[] {
  return maskedParts(captured, output, masks).map(({ mask }) => mask);
}

/** A mask that hides something of a captured part. */
interface MaskedPart {
  readonly mask: Mask;
  readonly name: string;
  /** Absent unless the mask has both. */
  readonly bounds?: Required<Bounds> | undefined;
  /** Whether it hides just the captured part. */
  readonly isWhole: boolean;
}

function maskedParts({ text, start }: Capture, output: string, masks: readonly Mask[]): MaskedPart[] {
  const { spans, unfinished } = shownSpans(output, masks);
  const [first] = masks;
  if (unfinished && first !== undefined)
    return [{ mask: first, name: compileMask(first).name, isWhole: false }];
  const end = start + text.length;
  return spans
    .filter(span => span.start < end && start < span.end)
    .map(span => {
      const mask = masks[span.mask] as Mask;
      const { name, min, max } = compileMask(mask);
      const bounds = min !== undefined && max !== undefined ? { min, max } : undefined;
      return { mask, name, bounds, isWhole: span.start === start && span.end === end };
    });
}

interface ShownSpans {
  readonly spans: readonly { readonly mask: number; readonly start: number; readonly end: number }[];
  readonly unfinished: boolean;
}

/** An article may quote one output thousands of times: its masks are applied once. */
const known = new WeakMap<readonly Mask[], Map<string, ShownSpans>>();

function shownSpans(output: string, masks: readonly Mask[]): ShownSpans {
  const byOutput = known.get(masks) ?? new Map<string, ShownSpans>();
  known.set(masks, byOutput);
  const before = byOutput.get(output);
  if (before !== undefined) return before;
  const { lines } = splitLines(output);
  const { spans, unfinished } = applyMasks(lines, masks);
  const found = { spans: inShownOutput(spans, lines), unfinished };
  byOutput.set(output, found);
  return found;
}

/** Spans with offsets in their lines → with offsets in the output as a page shows it. */
function inShownOutput(
  spans: ReturnType<typeof applyMasks>['spans'],
  lines: readonly string[],
): { mask: number; start: number; end: number }[] {
  const byLine = Map.groupBy(spans, ({ line }) => line);
  let before = 0;
  return lines.flatMap((line, index) => {
    const own = byLine.get(index + 1) ?? [];
    const shown = shownOffsets(
      line,
      own.flatMap(({ start, end }) => [start, end]),
    );
    const offset = (raw: number): number => before + (shown.get(raw) ?? 0);
    const moved = own.map(({ mask, start, end }) => ({ mask, start: offset(start), end: offset(end) }));
    before += shownOutput(line).length + 1;
    return moved;
  });
}

/** Offsets in a line → the same places in the line as a page shows it. */
function shownOffsets(line: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const shown = new Map<number, number>();
  let [from, length] = [0, 0];
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    length += shownOutput(line.slice(from, offset)).length;
    from = offset;
    shown.set(offset, length);
  }
  return shown;
}

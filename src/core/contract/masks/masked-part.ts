import { splitLines } from '../../text/lines.ts';
import { type Capture, shownOutput } from '../../text/plain-output.ts';
import { applyMasks, compileMask, type Mask } from './mask.ts';

/**
 * The name of a mask that hides a captured part of an output, and does not say between which bounds it is: no
 * comparison has proved that part. Undefined if all of it was compared.
 */
export function unprovedBy(
  { text, start }: Capture,
  output: string,
  masks: readonly Mask[],
): string | undefined {
  const lines = splitLines(output).lines;
  const { spans, unfinished } = applyMasks(lines, masks);
  const [first] = masks;
  if (unfinished && first !== undefined) return compileMask(first).name;
  const end = start + text.length;
  for (const span of inShownOutput(spans, lines)) {
    const mask = masks[span.mask] as Mask;
    const hasBounds = typeof mask === 'object' && mask.min !== undefined && mask.max !== undefined;
    if (!hasBounds && span.start < end && start < span.end) return compileMask(mask).name;
  }
  return undefined;
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

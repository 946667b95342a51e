import type { Example } from './example.ts';
import type { LineRange } from './metadata.ts';
import { markerLines } from './region.ts';

/** A line as the page shows it. */
interface ShownLine {
  /** 1-based line of the file. */
  readonly line: number;
  readonly text: string;
}

/** The part of an example's file that the page shows. */
interface ShownCode {
  readonly lines: readonly ShownLine[];
  /** Number of blanks that were removed from the start of every line of the file. */
  readonly dedent: number;
}

/**
 * The lines of a region, or of the whole file. Without the metadata block (unless `block` is set), the
 * markers of regions, and blank lines at either end. Formatters put blank lines on both sides of a marker:
 * those before it go.
 */
export function shownCode(
  { source, metadata, regions }: Pick<Example, 'source' | 'metadata' | 'regions'>,
  region?: string,
  block = false,
): ShownCode {
  const within = (line: number, range: LineRange | undefined): boolean =>
    range !== undefined && line >= range.first && line <= range.last;
  const shown = regions.find(({ name }) => name === region);
  const hidden = block ? undefined : metadata.block;
  const markers = markerLines(source);
  const kept = source
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ line }) => (shown === undefined || within(line, shown)) && !within(line, hidden))
    .filter(({ line }) => !markers.has(line));
  const lines = withoutOuterBlanks(withoutDoubledGaps(kept));
  const indents = lines.map(({ text }) => text.search(/\S/)).filter(indent => indent !== -1);
  const dedent = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
  return { lines: lines.map(({ line, text }) => ({ line, text: text.slice(dedent) })), dedent };
}

function withoutOuterBlanks(lines: readonly ShownLine[]): readonly ShownLine[] {
  const begin = lines.findIndex(({ text }) => text.trim() !== '');
  const end = lines.findLastIndex(({ text }) => text.trim() !== '');
  return begin === -1 ? [] : lines.slice(begin, end + 1);
}

/** Removes the first of two gaps of blank lines that meet because the lines between them are not shown. */
function withoutDoubledGaps(kept: readonly ShownLine[]): ShownLine[] {
  const isBlank = (line: ShownLine | undefined): boolean => line?.text.trim() === '';
  let isFirst = false;
  return kept
    .toReversed()
    .filter((line, index, reversed) => {
      const next = reversed[index - 1];
      isFirst = isBlank(line) && isBlank(next) && (isFirst || next?.line !== line.line + 1);
      return !isFirst;
    })
    .reverse();
}

/** Shown code as text: each line with its line feed. */
export function shownText({ lines }: ShownCode): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

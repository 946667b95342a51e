import type { Example } from './example.ts';
import { isMarker } from './region.ts';

/** A line as the page shows it. */
export interface ShownLine {
  /** 1-based line of the file. */
  readonly line: number;
  readonly text: string;
}

/** The part of an example's file that the page shows. */
export interface Shown {
  readonly lines: readonly ShownLine[];
  /** Blanks taken away from the start of every line of the file. */
  readonly dedent: number;
}

/**
 * The lines of a region, or of the whole file: without the metadata block (unless `block` asks for it), the markers of regions,
 * and blank lines at either end. Of the blank lines around a marker, which formatters want on both sides of it, those after it are kept.
 */
export function shownCode(
  { source, metadata, regions }: Pick<Example, 'source' | 'metadata' | 'regions'>,
  region?: string,
  block = false,
): Shown {
  const { first, last } = regions.find(({ name }) => name === region) ?? {
    first: 1,
    last: Number.POSITIVE_INFINITY,
  };
  const all = source
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }));
  const inBlock = (line: number): boolean =>
    !block && metadata.block !== undefined && line >= metadata.block.first && line <= metadata.block.last;
  const kept = withoutDoubledGaps(
    all.filter(({ line, text }) => line >= first && line <= last && !inBlock(line) && !isMarker(text)),
  );
  const begin = kept.findIndex(({ text }) => text.trim() !== '');
  const end = kept.findLastIndex(({ text }) => text.trim() !== '');
  const lines = begin === -1 ? [] : kept.slice(begin, end + 1);
  const dedent = Math.min(
    ...lines
      .filter(({ text }) => text.trim() !== '')
      .map(({ text }) => text.length - text.trimStart().length),
  );
  return {
    lines: lines.map(({ line, text }) => ({ line, text: text.slice(dedent) })),
    dedent: lines.length === 0 ? 0 : dedent,
  };
}

/** Where blank lines met because what stood between them was left away, the first of them go. */
function withoutDoubledGaps(kept: readonly ShownLine[]): ShownLine[] {
  const blank = (index: number): boolean => kept[index]?.text.trim() === '';
  return kept.filter((_, index) => {
    for (let next = index; blank(next); next += 1)
      if (blank(next + 1) && kept[next + 1]?.line !== (kept[next]?.line ?? 0) + 1) return false;
    return true;
  });
}

/** What is shown, as text: each line with its line feed. */
export function shownText({ lines }: Shown): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

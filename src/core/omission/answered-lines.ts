import type { Example } from '../example/example.ts';

/** The lines of an original, 1-based, that a variant of it takes out or replaces. One that moves is kept. */
export function answeredLines({ source, variant }: Example): ReadonlySet<number> {
  if (variant === undefined) return new Set();
  const before = variant.of.source.split('\n').map(line => line.trim());
  const after = source.split('\n').map(line => line.trim());
  const kept = new Set(variant.originalLines.filter((line, index) => before[line - 1] === after[index]));
  return new Set(before.flatMap((_, index) => (kept.has(index + 1) ? [] : [index + 1])));
}

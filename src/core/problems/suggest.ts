import { distance } from 'fastest-levenshtein';

/** The candidate a person most likely meant, or undefined when none is close: two letters may differ, more in long names, one in short ones. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = (name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const candidate of candidates) {
    const d = distance(name, candidate);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** `; did you mean "x"?`, or the names that exist, or nothing when there are none. */
export function suggest(name: string, candidates: readonly string[]): string {
  const best = nearest(name, candidates);
  if (best !== undefined) return `did you mean "${best}"?`;
  return candidates.length === 0
    ? ''
    : `known: ${candidates.slice(0, 20).join(', ')}${candidates.length > 20 ? ', …' : ''}`;
}

/** The same as a sentence of its own. */
export function suggestion(name: string, candidates: readonly string[]): string {
  return suggest(name, candidates).replace(/^./, first => first.toUpperCase());
}

import { closest, distance } from 'fastest-levenshtein';

/** Characters of a name. */
const MAX_NAME = 200;

/** The candidate that was most likely meant; undefined if none is close. Long names may differ more. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  // Nobody meant a word of such a length, and to compare it takes long.
  if (name.length > MAX_NAME) return undefined;
  const maxDistance = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  const best: string | undefined = closest(name, [...candidates]);
  return best !== undefined && distance(name, best) <= maxDistance ? best : undefined;
}

/** `did you mean "x"?`, or the names that exist; empty if there are none. */
export function suggest(name: string, candidates: readonly string[]): string {
  const best = nearest(name, candidates);
  if (best !== undefined) return `did you mean "${best}"?`;
  if (candidates.length === 0) return '';
  return `known: ${candidates.slice(0, 20).join(', ')}${candidates.length > 20 ? ', …' : ''}`;
}

/** The same as a sentence of its own. */
export function suggestion(name: string, candidates: readonly string[]): string {
  return suggest(name, candidates).replace(/^./, letter => letter.toUpperCase());
}

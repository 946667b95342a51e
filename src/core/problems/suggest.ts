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

/**
 * The path that was most likely meant: the one whose last part is nearly the same, in a folder that is nearly
 * the same. Two names of one folder are not near because of the folder.
 */
export function nearestPath(path: string, candidates: readonly string[]): string | undefined {
  const [folder, name] = partsOf(path);
  const same = candidates.filter(each => partsOf(each)[1].toLowerCase() === name.toLowerCase());
  if (same.length === 1) return same[0];
  const near = candidates.filter(
    each => nearest(name.toLowerCase(), [partsOf(each)[1].toLowerCase()]) !== undefined,
  );
  const beside = near.filter(each => partsOf(each)[0] === folder);
  return nearest(path, beside.length > 0 ? beside : near);
}

/** The folder of a path, and its last part without its ending. */
function partsOf(path: string): readonly [folder: string, name: string] {
  const parts = path
    .replace(/\.\w+$/, '')
    .split(/[\\/]/)
    .filter(part => part !== '');
  return [parts.slice(0, -1).join('/'), parts.at(-1) ?? ''];
}

/** `did you mean "x"?`, or the names that exist; empty if there are none. */
export function suggest(name: string, candidates: readonly string[]): string {
  const best = nearest(name, candidates);
  if (best !== undefined) return `did you mean "${best}"?`;
  if (candidates.length === 0) return '';
  return `known: ${candidates.slice(0, 30).join(', ')}${candidates.length > 30 ? ', …' : ''}`;
}

/** The same as a sentence of its own. */
export function suggestion(name: string, candidates: readonly string[]): string {
  return suggest(name, candidates).replace(/^./, letter => letter.toUpperCase());
}

/** The same for paths. @param known the names to list if none is near */
export function pathSuggestion(
  path: string,
  candidates: readonly string[],
  known: readonly string[] = candidates,
): string {
  const near = nearestPath(path, candidates);
  return near === undefined ? suggestion(path, known) : `Did you mean "${near}"?`;
}

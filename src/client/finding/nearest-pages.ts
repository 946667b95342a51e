import { distance } from 'fastest-levenshtein';

/** A page of the site, or an address that it had before. */
export interface ListedPage {
  /** Where it is, below the path of the site: `/project/advanced/locks/`. */
  readonly path: string;
  /** Absent if its path says enough: that of an example. */
  readonly title?: string;
  /** Where it is now, if `path` is an earlier address. */
  readonly to?: string;
}

const MAX_PAGES = 3;
/** Letters of an address that are compared: nobody mistypes more. */
const MAX_LETTERS = 120;
/** How much of a name may be wrong. */
const MAX_SHARE = 0.45;

/** The pages whose addresses are nearest to one that leads nowhere, the nearest first; each page once. */
export function nearestPages(asked: string, pages: readonly ListedPage[]): readonly ListedPage[] {
  const wanted = partsOf(asked);
  if (wanted.length === 0) return [];
  const near = pages
    .map(page => ({ page, share: shareOf(wanted, partsOf(page.path)) }))
    .filter(({ share }) => share <= MAX_SHARE)
    .toSorted((a, b) => a.share - b.share);
  const firsts = new Map(near.toReversed().map(({ page }) => [page.to ?? page.path, page]));
  return near
    .map(({ page }) => page)
    .filter(page => firsts.get(page.to ?? page.path) === page)
    .slice(0, MAX_PAGES);
}

/** `/Advanced/Lock_Order.html` → `advanced`, `lock-order` */
function partsOf(path: string): readonly string[] {
  return decoded(path.slice(0, MAX_LETTERS))
    .toLowerCase()
    .replace(/(?:index)?\.\w+$/, '')
    .split('/')
    .map(part => part.replaceAll(/[\s_.]+/g, '-'))
    .filter(part => part !== '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * How far a path is from another, from 0 (the same) to 1. The last part counts most: a page is looked for
 * under its name, also in the folder of another track. Two names of one folder are not near because of it.
 */
function shareOf(wanted: readonly string[], path: readonly string[]): number {
  const [name = '', other = ''] = [wanted.at(-1), path.at(-1)];
  const ofName = Math.min(difference(name, other), contains(name, other));
  const ofFolder = difference(wanted.slice(0, -1).join('/'), path.slice(0, -1).join('/'));
  return 0.8 * ofName + 0.2 * ofFolder;
}

function difference(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length, 1);
}

/** A name whose words are all in the other is near, however long that is. */
function contains(a: string, b: string): number {
  const [few = [], many = []] = [a.split('-'), b.split('-')].toSorted((x, y) => x.length - y.length);
  const isIn = few.every(word => word.length > 2 && many.includes(word));
  return isIn ? 0.3 : 1;
}

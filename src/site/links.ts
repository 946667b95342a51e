import { suggestion } from '../core/nearest.ts';
import type { Problem } from '../core/problem.ts';
import type { Link } from './references.ts';

/** What a link may lead to: the anchors of each page, by its address; undefined where they are not known. */
export type Targets = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Links of an article to pages of this site and their anchors that do not exist. `href` is the article's own address. */
export function brokenLinks(links: readonly Link[], file: string, href: string, targets: Targets): Problem[] {
  return links.flatMap(({ url, place }): Problem[] => {
    const at = { file, line: place.line, column: place.column };
    const target = new URL(url, `https://site.invalid${href}`);
    if (target.host !== 'site.invalid') return [];
    const path = decodeURIComponent(target.pathname);
    if (!targets.has(path)) {
      if (/\.\w+$/.test(path)) return [];
      return targets.has(`${path}/`)
        ? [{ ...at, title: `The address of a page ends with a slash; this link is "${url}".`, remedy: `${path}/${target.hash}` }]
        : [{ ...at, title: `There is no page ${path}.`, remedy: suggestion(path, [...targets.keys()]) }];
    }
    const anchors = targets.get(path);
    const anchor = decodeURIComponent(target.hash.slice(1));
    if (anchor === '' || anchors === undefined || anchors.has(anchor)) return [];
    return [{ ...at, title: `${path === href ? 'This page' : path} has no anchor #${anchor}.`, remedy: suggestion(anchor, [...anchors]) }];
  });
}

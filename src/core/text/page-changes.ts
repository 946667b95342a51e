import { difference, GAP } from './diff.ts';
import { splitLines } from './lines.ts';

/** What became of pages between two builds of a site. */
export interface PageChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Their addresses; more than one `changed` where the same lines changed on all of them. */
  readonly pages: readonly string[];
  /** Lines that begin with `-` (before), `+` (now) or a blank (both); absent unless `changed`. */
  readonly difference?: string | undefined;
}

/** So many pages that change in one place alike were not changed one by one: their layout was. */
const ALIKE = 3;

/** Texts of the pages of two builds, by address → what changed: new pages, those that are gone, what changed on many alike, and then page by page. */
export function pageChanges(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly PageChange[] {
  const added = [...now.keys()].filter(page => !before.has(page));
  const removed = [...before.keys()].filter(page => !now.has(page));
  const places = [...now].flatMap(([page, text]) => placesOf(page, before.get(page) ?? text, text));
  const alike = [...Map.groupBy(places, ({ lines }) => lines)].filter(([, found]) => found.length >= ALIKE);
  const common = new Set(alike.map(([lines]) => lines));
  const own = Map.groupBy(
    places.filter(({ lines }) => !common.has(lines)),
    ({ page }) => page,
  );
  return [
    ...(added.length === 0 ? [] : [{ kind: 'added', pages: added } as const]),
    ...(removed.length === 0 ? [] : [{ kind: 'removed', pages: removed } as const]),
    ...alike.map(([lines, found]): PageChange => ({
      kind: 'changed',
      pages: [...new Set(found.map(({ page }) => page))],
      difference: lines,
    })),
    ...[...own].map(([page, found]): PageChange => ({
      kind: 'changed',
      pages: [page],
      difference: found.map(({ text }) => text).join(GAP),
    })),
  ];
}

/** Where a page differs: each place with what stands around it, and the lines alone that changed. */
function placesOf(
  page: string,
  before: string,
  now: string,
): { readonly page: string; readonly text: string; readonly lines: string }[] {
  const found = difference(splitLines(before), splitLines(now));
  return (found?.text.split(GAP) ?? []).map(text => {
    const lines = text
      .split('\n')
      .filter(line => /^[-+]/.test(line))
      .join('\n');
    // Of pages that have nothing in common, a difference says just that.
    return { page, text, lines: lines === '' ? text : lines };
  });
}

import { difference, GAP } from './diff.ts';
import { splitLines } from './lines.ts';

/** What changed on pages between two builds of a site. */
export interface PageChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Their URL paths; several `changed` pages share their changed lines. */
  readonly pages: readonly string[];
  /** Lines that begin with `-` (before), `+` (now) or a blank (both); absent unless `changed`. */
  readonly difference?: string | undefined;
}

/** Number of pages with the same changed lines from which on the cause is their layout, not the pages. */
const MIN_COMMON_PAGES = 3;

/** A part of a page that differs: its changed lines with their context (`text`), and alone (`lines`). */
type ChangedPart = Readonly<Record<'page' | 'text' | 'lines', string>>;

/** Texts of the pages of two builds, by URL path → new pages, removed pages, common changes, others. */
export function pageChanges(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly PageChange[] {
  const added = [...now.keys()].filter(page => !before.has(page));
  const removed = [...before.keys()].filter(page => !now.has(page));
  const parts = [...now].flatMap(([page, text]) => changedParts(page, before.get(page) ?? text, text));
  const byLines = [...Map.groupBy(parts, ({ lines }) => lines).values()];
  const common = byLines.filter(({ length }) => length >= MIN_COMMON_PAGES);
  const shared = new Set(common.flat());
  const ofPage = Map.groupBy(
    parts.filter(part => !shared.has(part)),
    ({ page }) => page,
  );
  const changed = (found: readonly ChangedPart[], difference = ''): PageChange => {
    return { kind: 'changed', pages: [...new Set(found.map(({ page }) => page))], difference };
  };
  const changes: readonly PageChange[] = [
    { kind: 'added', pages: added },
    { kind: 'removed', pages: removed },
    ...common.map(found => changed(found, found[0]?.lines)),
    ...[...ofPage.values()].map(found => changed(found, found.map(({ text }) => text).join(GAP))),
  ];
  return changes.filter(({ pages }) => pages.length > 0);
}

function changedParts(page: string, before: string, now: string): ChangedPart[] {
  const found = difference(splitLines(before), splitLines(now));
  return (found?.text.split(GAP) ?? []).map(text => {
    const lines = text
      .split('\n')
      .filter(line => /^[-+]/.test(line))
      .join('\n');
    // The difference of texts without a common line is one sentence, without changed lines.
    return { page, text, lines: lines === '' ? text : lines };
  });
}

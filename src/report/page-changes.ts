import { difference, GAP } from '../core/text/diff.ts';
import { splitLines } from '../core/text/lines.ts';
import { code, fence, folded, joinSections, type Section } from './markdown-text.ts';

/** Longer differences are cut: a reviewer opens the page itself. */
const MAX_DIFFERENCE_LINES = 60;

const TITLES: Record<PageChange['kind'], string> = { added: 'New', removed: 'Gone', changed: 'Changed' };

/** Changes between two builds → Markdown for a reviewer. @param limit bytes of the result */
export function pageChangesReport(changes: readonly PageChange[], limit?: number): string {
  const counts = Object.keys(TITLES).flatMap(kind => {
    const pages = new Set(changes.flatMap(each => (each.kind === kind ? each.pages : [])));
    return pages.size === 0 ? [] : [`${pages.size} ${kind}`];
  });
  const heading = `## Pages: ${counts.join(', ') || 'none whose text changed'}`;
  return joinSections(heading, changes.map(toSection), 'changes', limit);
}

function toSection({ kind, pages, difference }: PageChange): Section {
  const [first = '', ...others] = pages;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const brief = `### ${TITLES[kind]}: ${code(first)}${more}`;
  const parts = [brief];
  if (more !== '') parts.push(folded(`All ${pages.length}`, pages.map(page => `- ${code(page)}`).join('\n')));
  if (difference !== undefined) parts.push(fence(shorten(difference), 'diff'));
  return { full: parts.join('\n\n'), brief };
}

function shorten(difference: string): string {
  const lines = difference.split('\n');
  const omitted = lines.length - MAX_DIFFERENCE_LINES;
  if (omitted <= 0) return difference;
  return [...lines.slice(0, MAX_DIFFERENCE_LINES), `  … ${omitted} more lines`].join('\n');
}

/** What changed on pages between two builds of a site. */
interface PageChange {
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

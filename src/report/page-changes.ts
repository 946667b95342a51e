import type { PageChange } from '../core/text/page-changes.ts';
import { code, fence, folded, joinSections, type Section } from './text/markdown-text.ts';

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

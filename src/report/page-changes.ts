import type { PageChange } from '../core/text/page-changes.ts';
import { bounded, code, fence, folded, type Section } from './text/markdown-text.ts';

/** Lines of a difference that show what a page became; who wants more reads the page. */
const SHOWN = 60;

/** What changed between two builds → Markdown for a reviewer. @param limit bytes that it may have */
export function pageChangesReport(changes: readonly PageChange[], limit?: number): string {
  const count = (wanted: PageChange['kind']): number =>
    new Set(changes.flatMap(({ kind, pages }) => (kind === wanted ? pages : []))).size;
  const counts = (['added', 'removed', 'changed'] as const)
    .filter(kind => count(kind) > 0)
    .map(kind => `${count(kind)} ${kind}`);
  return bounded(
    `## Pages: ${counts.join(', ') || 'none whose text changed'}`,
    changes.map(section),
    'changes',
    limit,
  );
}

const HEADS = { added: 'New', removed: 'Gone', changed: 'Changed' } as const satisfies Record<
  PageChange['kind'],
  string
>;

function section({ kind, pages, difference }: PageChange): Section {
  const [first = '', ...others] = pages;
  const head = `### ${HEADS[kind]}: ${code(first)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
  const list =
    others.length === 0
      ? []
      : [folded(`All ${pages.length}`, pages.map(page => `- ${code(page)}`).join('\n'))];
  return {
    full: [head, ...list, ...(difference === undefined ? [] : [fence(shortened(difference), 'diff')])].join(
      '\n\n',
    ),
    brief: head,
  };
}

function shortened(text: string): string {
  const lines = text.split('\n');
  return lines.length <= SHOWN
    ? text
    : [...lines.slice(0, SHOWN), `  … ${lines.length - SHOWN} more lines`].join('\n');
}

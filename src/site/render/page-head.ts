import { Parser } from 'htmlparser2';

/** What the head of a page has for lists of pages. */
interface PageHead {
  /** Whether it asks not to be listed. */
  readonly hidden: boolean;
  /** When it was changed: `2026-11-25`. */
  readonly modified?: string | undefined;
}

/** Reads the head of a page. */
export function pageHead(html: string): PageHead {
  const found = new Map<string, string>();
  const parser = new Parser({
    onopentag: (element, { name, property = name, content }) => {
      if (element === 'meta' && property !== undefined && content !== undefined) found.set(property, content);
    },
  });
  // The body is nearly all of a page, and is not parsed.
  const end = html.indexOf('<body');
  parser.end(end === -1 ? html : html.slice(0, end));
  return {
    hidden: found.get('robots')?.includes('noindex') === true,
    modified: found.get('article:modified_time'),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import astroSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { Parser } from 'htmlparser2';
import { urlPathOf } from '../site-url.ts';

/** The sitemap. Its facts are read from the built pages, so the two cannot differ. */
export function sitemap(outDir: string): AstroIntegration {
  return astroSitemap({
    serialize: item => {
      const path = urlPathOf(decodeURI(new URL(item.url).pathname)) ?? '';
      const file = join(outDir, path, 'index.html');
      const { hidden, modified, links } = pageHead(readFileSync(file, 'utf8'));
      if (hidden) return undefined;
      const dated = modified === undefined ? item : { ...item, lastmod: modified };
      return links.length === 0 ? dated : { ...dated, links: [...links] };
    },
  });
}

/** What the head of a page says for the sitemap. */
interface PageHead {
  /** Whether it asks not to be listed. */
  readonly hidden: boolean;
  /** When it was changed: `2026-11-25`. */
  readonly modified?: string | undefined;
  /** The page in all of its languages; none if it has only one. */
  readonly links: readonly { readonly lang: string; readonly url: string }[];
}

export function pageHead(html: string): PageHead {
  const found = new Map<string, string>();
  const links: PageHead['links'][number][] = [];
  const parser = new Parser({
    onopentag: (element, { name, property = name, content, hreflang, href }) => {
      if (element === 'link' && hreflang !== undefined && href !== undefined)
        links.push({ lang: hreflang, url: href });
      if (element === 'meta' && property !== undefined && content !== undefined) found.set(property, content);
    },
  });
  // The body is nearly all of a page, and is not parsed.
  const end = html.indexOf('<body');
  parser.end(end === -1 ? html : html.slice(0, end));
  return {
    hidden: found.get('robots')?.includes('noindex') === true,
    modified: found.get('article:modified_time'),
    links,
  };
}

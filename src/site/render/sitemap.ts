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
      const { hidden, modified } = pageHead(readFileSync(file, 'utf8'));
      if (hidden) return undefined;
      return modified === undefined ? item : { ...item, lastmod: modified };
    },
  });
}

/** Reads the head of a page: whether it asks not to be listed, and when it was changed (`2026-11-25`). */
export function pageHead(html: string): { readonly hidden: boolean; readonly modified?: string | undefined } {
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

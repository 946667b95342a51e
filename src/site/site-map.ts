import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { metaOf } from './blocks.ts';
import { UNPUBLISHED } from './publish.ts';

/** The sitemap. What it says of a page is read from the page as it was built: the two cannot differ. */
export function siteMap(): AstroIntegration {
  return sitemap({ serialize: (item) => described(item, metaOf(readFileSync(join(process.cwd(), UNPUBLISHED, decodeURI(new URL(item.url).pathname), 'index.html'), 'utf8'))) });
}

function described(item: SitemapItem, meta: ReadonlyMap<string, string>): SitemapItem | undefined {
  if (meta.get('robots')?.includes('noindex')) return undefined;
  const lastmod = meta.get('article:modified_time');
  return lastmod === undefined ? item : { ...item, lastmod };
}

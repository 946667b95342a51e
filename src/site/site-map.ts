import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { load } from 'cheerio/slim';
import { UNPUBLISHED } from './publish.ts';

/** The sitemap. What it says of a page is read from the page as it was built: the two cannot differ. */
export function siteMap(): AstroIntegration {
  return sitemap({ serialize: async (item) => described(item, load(headOf(await readFile(join(process.cwd(), UNPUBLISHED, decodeURI(new URL(item.url).pathname), 'index.html'), 'utf8')))) });
}

/** What stands before a page's body: the rest, which is nearly all of it, is not parsed. */
function headOf(html: string): string {
  const end = html.indexOf('<body');
  return end === -1 ? html : html.slice(0, end);
}

function described(item: SitemapItem, $: ReturnType<typeof load>): SitemapItem | undefined {
  if ($('meta[name="robots"][content*="noindex"]').length > 0) return undefined;
  const lastmod = $('meta[property="article:modified_time"]').attr('content');
  return lastmod === undefined ? item : { ...item, lastmod };
}

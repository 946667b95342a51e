import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { headOf, type PageHead } from '../output/extract-blocks.ts';
import { placeOf } from '../incremental/previous-site.ts';
import { UNPUBLISHED } from '../build/publish-atomically.ts';
import { site } from '../../site.config.ts';

/** What a build tells the sitemap. */
export class MappedPages {
  /** Pages that Astro does not know of, because they are those of the last site: their whole addresses. */
  readonly kept: string[] = [];
  readonly #heads = new Map<string, PageHead>();

  /** Takes over pages of the last site. @param addresses `/advanced/locks/` */
  keep(addresses: readonly string[]): void {
    this.kept.push(...addresses.map(address => new URL(address, process.env.SITE_URL ?? site.url).href));
  }

  /** Tells what was read in the heads of pages, by their places: `advanced/locks/index.html`. */
  tell(heads: ReadonlyMap<string, PageHead>): void {
    for (const [place, head] of heads) this.#heads.set(place, head);
  }

  /** What the page at an address says of itself, as it was built. */
  head(address: string): PageHead {
    const place = placeOf(address);
    return this.#heads.get(place) ?? headOf(readFileSync(join(process.cwd(), UNPUBLISHED, place), 'utf8'));
  }
}

/** The sitemap. What it says of a page is read from the page as it was built: the two cannot differ. */
export function siteMap(pages: MappedPages): AstroIntegration {
  return sitemap({
    customPages: pages.kept,
    serialize: item => described(item, pages.head(new URL(item.url).pathname)),
  });
}

function described(item: SitemapItem, { hidden, modified }: PageHead): SitemapItem | undefined {
  if (hidden) return undefined;
  return modified === undefined ? item : { ...item, lastmod: modified };
}

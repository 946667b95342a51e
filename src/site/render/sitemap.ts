import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import astroSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { pageHead } from './page-head.ts';

/** The sitemap. Its facts are read from the built pages, so the two cannot differ. */
export function sitemap(outDir: string): AstroIntegration {
  return astroSitemap({
    serialize: item => {
      const file = join(outDir, decodeURI(new URL(item.url).pathname), 'index.html');
      const { hidden, modified } = pageHead(readFileSync(file, 'utf8'));
      if (hidden) return undefined;
      return modified === undefined ? item : { ...item, lastmod: modified };
    },
  });
}

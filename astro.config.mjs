import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { isStrict } from './src/core/ledger/ledger.ts';
import { site } from './src/site.config.ts';
import { verbatim } from './src/site/astro/astro-integration.ts';
import { publish } from './src/site/build/publish-atomically.ts';
import { MappedPages, siteMap } from './src/site/astro/sitemap.ts';

/** What an article says without components becomes a few texts instead of thousands of calls, but for elements which a component of the page takes the place of. */
const optimize = { ignoreElementNames: ['table'] };

const pages = new MappedPages();

export default defineConfig({
  site: process.env.SITE_URL ?? site.url,
  trailingSlash: 'always',
  // Quotes stay as they are written: this is a site about code. Highlighting is our own, so that no element carries a style.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }), syntaxHighlight: false },
  // Verbatim resolves references in the source that MDX then compiles. The sitemap is written while the search index is made.
  integrations: [
    siteMap(pages),
    verbatim({
      pages,
      advertisements: site.advertisements.enabled,
      strict: isStrict(process.env.CI),
      runs: process.env.VERBATIM_RUNS,
    }),
    mdx({ optimize }),
    publish(),
  ],
  build: { inlineStylesheets: 'never' },
  // One script and one stylesheet for all pages, kept by the browser from page to page.
  vite: { build: { assetsInlineLimit: 0 } },
  prerenderConflictBehavior: 'error',
  // Editors complete and check front matter by the schema that this writes into .astro/.
  experimental: { contentIntellisense: true },
  devToolbar: { enabled: false },
  cacheDir: './.verbatim/astro',
  publicDir: './src/public',
});

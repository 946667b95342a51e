import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { site } from './src/site.config.ts';
import { verbatim } from './src/site/integration.ts';

const strict = !['', 'false', undefined].includes(process.env.CI);
/** The one inline script, which sets the theme before the first paint: allowed by its digest. */
const boot = readFileSync(new URL('src/layouts/boot.js', import.meta.url), 'utf8').trim();
const hash = `sha256-${createHash('sha256').update(boot).digest('base64')}`;

export default defineConfig({
  site: process.env.SITE_URL ?? site.url,
  trailingSlash: 'always',
  // Quotes stay as they are written: this is a site about code. Highlighting is our own, so that no element carries a style.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }), syntaxHighlight: false },
  // Verbatim comes first: it resolves references in the source that MDX then compiles.
  integrations: [verbatim({ advertisements: site.advertisements.enabled, strict }), mdx()],
  build: { inlineStylesheets: 'never' },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  cacheDir: './.verbatim/astro',
  publicDir: './src/public',
  security: {
    csp: {
      directives: ["default-src 'none'", "img-src 'self' data:", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
      scriptDirective: { hashes: [hash] },
    },
  },
});

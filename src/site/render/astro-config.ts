import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { STATE_PATHS } from '../../runner/files/state-paths.ts';
import { MDX_FEATURES } from '../article/formulas/parse-tree.ts';
import { downloadUrl } from '../routes.ts';
import { linkTo, siteUrl } from '../site-url.ts';
import type { PreparedSite } from '../prepare/prepared-site.ts';
import { articleBundles } from './article-bundles.ts';
import { basePlugin } from './base-plugin.ts';
import { dataOnly } from './data-only-plugin.ts';
import { sitemap } from './sitemap.ts';
import { sitePlugin } from './vite-plugin.ts';

/** A build of the site; absent for a dev server and for tools such as `astro check`. */
export interface AstroBuild {
  readonly prepared: PreparedSite;
  /** Folder that Astro writes the site to. */
  readonly outDir: string;
}

/** The configuration of Astro, for the build and for `astro.config.mjs`. */
export function astroConfig(build?: AstroBuild): AstroUserConfig {
  const { origin, base } = siteUrl();
  const caches = build === undefined ? STATE_PATHS.dev : STATE_PATHS.build;
  const hastPlugins = base === '/' ? [] : [basePlugin];
  return {
    site: origin,
    base,
    trailingSlash: 'always',
    // Quotes stay as written: this is a site about code. Highlighting is our own, so no element has a style.
    markdown: {
      processor: satteri({
        mdastPlugins: [dataOnly],
        hastPlugins,
        features: { ...MDX_FEATURES, smartPunctuation: false },
      }),
      syntaxHighlight: false,
    },
    integrations: [
      ...(build === undefined ? [devServer] : [sitemap(build.outDir), articleBundles]),
      // Static parts of an article become strings. Tables do not: a component of ours renders them.
      mdx({ optimize: { ignoreElementNames: ['table'] } }),
    ],
    // Several pages at a time: each waits for its files to be written.
    build: { inlineStylesheets: 'never', concurrency: 8 },
    vite: {
      // Packages may belong to another user, and several copies of the project may share them.
      cacheDir: `${caches}/vite`,
      define: { 'import.meta.env.TOPIC_DEPTH': linkTo(downloadUrl('examples/topic')).split('/').length },
      // One script and one style sheet for all pages, which the browser keeps from page to page.
      // The folder of a build is new; cards are written to it while Astro renders.
      build: { assetsInlineLimit: 0, emptyOutDir: false },
      // The worker that runs Python imports it as a module.
      worker: { format: 'es' },
      plugins: build === undefined ? [] : [sitePlugin(build.prepared)],
    },
    ...(build === undefined ? {} : { outDir: build.outDir }),
    prerenderConflictBehavior: 'error',
    // Editors complete and check front matter by the schema that this writes into .astro/.
    experimental: { contentIntellisense: true },
    devToolbar: { enabled: false },
    cacheDir: `./${caches}/astro`,
    publicDir: './src/public',
  };
}

const devServer: AstroIntegration = {
  name: 'verbatim',
  hooks: {
    'astro:config:setup': async ({ command, config, updateConfig, injectScript }) => {
      if (command === 'build')
        throw new Error(
          'Build the site with "npm run build": it verifies all examples before Astro renders a page.',
        );
      if (command !== 'dev') return;
      // A build does not load the dev server.
      const { DEV_SCRIPTS, devViteConfig } = await import('../dev/vite-config.ts');
      // `resolve` removes the slash at the end: no other command has it.
      updateConfig({ vite: devViteConfig(resolve(fileURLToPath(config.root))) });
      for (const [stage, file] of DEV_SCRIPTS) injectScript(stage, `import ${JSON.stringify(file)};`);
    },
  },
};

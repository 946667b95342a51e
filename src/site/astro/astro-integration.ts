import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { summary } from '../../report/formats/text.ts';
import { allowBundles, ARTICLE_BUNDLES } from '../build/bundle-settings.ts';
import { DEV_SCRIPTS, devViteConfig } from '../dev/vite-config.ts';
import { type BuildOptions, SiteBuild } from '../build/build-steps.ts';
import { deskPlugin, listPlugin } from './vite-plugin.ts';

/**
 * Verbatim as an Astro integration: whoever builds this site, by whichever command, runs every example first and
 * reads every block back afterwards. There is no way to build it without.
 */
export function verbatim(options: Omit<BuildOptions, 'root'>): AstroIntegration {
  let site: SiteBuild | undefined;
  const built = (): SiteBuild => {
    if (site === undefined) throw new Error('A part of a site was asked for before its build had begun');
    return site;
  };
  return {
    name: 'verbatim',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectScript }) => {
        // Without the slash at its end, as every other command has it.
        const root = resolve(fileURLToPath(config.root));
        if (command === 'dev') {
          updateConfig({ vite: devViteConfig(root) });
          for (const [stage, file] of DEV_SCRIPTS) injectScript(stage, `import ${JSON.stringify(file)};`);
        }
        if (command !== 'build') return;
        site = await SiteBuild.open({ root, ...options });
        updateConfig({
          vite: {
            ...ARTICLE_BUNDLES,
            plugins: [
              deskPlugin(() => built().desk),
              listPlugin(() => ({ kept: built().kept, whole: built().desk.wholeArticles() })),
            ],
          },
        });
      },
      'astro:build:setup': allowBundles,
      // Before Astro reads the front matter of any article: it would stop at the first mistake, and hide all others.
      'astro:config:done': async ({ config }) => {
        if (site !== undefined) console.info(summary(await site.prepare(fileURLToPath(config.outDir))));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        await built().begin();
        setPrerenderer(inner => built().prerenderer(inner));
      },
      'astro:build:generated': () => built().settle(),
      'astro:build:done': async () => {
        const { pages, twins, outputs, codes, values } = await built().end();
        console.info(
          `Read back ${pages} pages: ${outputs} outputs, ${codes} code blocks and ${values} values are what the ledger says, in ${twins} Markdown twins too.`,
        );
      },
    },
  };
}

import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ProblemError } from '../core/problem.ts';
import { summary } from '../report/text.ts';
import { site } from '../site.config.ts';
import { answeringWith } from './answering-with.ts';
import { audit, type Found } from './audit.ts';
import { AuditedPages } from './audited.ts';
import { allowBundles, ARTICLE_BUNDLES } from './bundle-articles.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { DRAFT_SCRIPTS, draftVite } from './draft-vite.ts';
import { keepingPages, type Rendering } from './kept-pages.ts';
import { LastSite } from './last-site.ts';
import { NewSite } from './new-site.ts';
import { Stopwatch } from './phases.ts';
import { drawCards } from './draw-card.ts';
import { writeHeaders } from './headers.ts';
import { writeSearchIndex } from './search-index.ts';
import { deskPlugin, keptPlugin } from './vite-plugin.ts';

/**
 * Verbatim as an Astro integration: whoever builds this site, by whichever command, runs every example first and
 * reads every block back afterwards. There is no way to build it without.
 */
export function verbatim(options: Omit<DeskOptions, 'root'>): AstroIntegration {
  let desk: Desk | undefined;
  let building = false;
  const opened = (): Desk => {
    if (desk === undefined) throw new Error('An article was asked for before the desk was open');
    return desk;
  };
  const watch = new Stopwatch();
  const done: Rendering = { pages: [], others: 0, kept: 0 };
  let root = '';
  let dist = '';
  let searching: Promise<void> | undefined;
  let last: LastSite | undefined;
  let kept: ReadonlySet<string> = new Set();
  return {
    name: 'verbatim',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectScript }) => {
        // Without the slash at its end, as every other command has it.
        root = resolve(fileURLToPath(config.root));
        if (command === 'dev') {
          updateConfig({ vite: draftVite(root) });
          for (const [stage, file] of DRAFT_SCRIPTS) injectScript(stage, `import ${JSON.stringify(file)};`);
        }
        building = command === 'build';
        if (!building) return;
        desk = await Desk.open({ root, ...options });
        updateConfig({ vite: { ...ARTICLE_BUNDLES, plugins: [deskPlugin(opened), keptPlugin(() => kept)] } });
      },
      'astro:build:setup': allowBundles,
      // Before Astro reads the front matter of any article: it would stop at the first mistake, and hide all others.
      'astro:config:done': async ({ config }) => {
        if (!building) return;
        dist = fileURLToPath(config.outDir);
        const { ledger } = await opened().prepareAll((phase) => watch.lap(phase));
        console.info(summary(ledger));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const before = (last = LastSite.open(root, await opened().pageKeys(), !options.strict));
        kept = opened().filesWhere((address) => before.find(address) !== undefined);
        watch.lap('resolve');
        // Drawn while the articles are bundled.
        const cards = drawCards([...opened().cards].filter(([address]) => before.find(address) === undefined));
        setPrerenderer((inner) => keepingPages(answeringWith({ ...inner, setup: async () => (watch.lap('bundle'), inner.setup?.()) }, cards), { last: before, site: new NewSite(dist) }, done));
      },
      'astro:build:generated': () => {
        watch.lap('render');
        // The index is made by a process of its own, while this one writes the sitemap and reads the pages back.
        searching = writeSearchIndex({ root, dist, tracks: Object.keys(site.tracks), identity: opened().identity, reuse: !options.strict });
        // Who waits for it is told; nobody does where something else fails first.
        searching.catch(() => undefined);
      },
      'astro:build:done': async () => {
        // Checking an audit by an earlier one is for an author's machine: where CI is set, every page is read.
        const audited = AuditedPages.open<Found>(root, opened().identity, opened().proofs, !options.strict);
        const { pages, twins, outputs, codes, values, problems } = await audit(dist, opened().proofs, opened().twins, audited);
        await searching;
        if (problems.length > 0) {
          // What failed the audit must not lie there to be published.
          await rm(dist, { recursive: true });
          throw new ProblemError(problems);
        }
        await audited.save();
        watch.lap('audit');
        await writeHeaders(dist);
        await last?.save();
        watch.report(root, done);
        console.info(`Read back ${pages} pages: ${outputs} outputs, ${codes} code blocks and ${values} values are what the ledger says, in ${twins} Markdown twins too.`);
      },
    },
  };
}

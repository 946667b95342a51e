import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ProblemError } from '../core/problem.ts';
import { summary } from '../report/text.ts';
import { audit } from './audit.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { DRAFT_SCRIPTS, draftVite } from './draft-vite.ts';
import { writeHeaders } from './headers.ts';
import { writeSearchIndex } from './search-index.ts';
import { deskPlugin } from './vite-plugin.ts';

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
  return {
    name: 'verbatim',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectScript }) => {
        const root = fileURLToPath(config.root);
        if (command === 'dev') {
          updateConfig({ vite: draftVite(root) });
          for (const [stage, file] of DRAFT_SCRIPTS) injectScript(stage, `import ${JSON.stringify(file)};`);
        }
        building = command === 'build';
        if (!building) return;
        desk = await Desk.open({ root, ...options });
        updateConfig({ vite: { plugins: [deskPlugin(opened)] } });
      },
      // Before Astro reads the front matter of any article: it would stop at the first mistake, and hide all others.
      'astro:config:done': async () => {
        if (!building) return;
        const { ledger } = await opened().prepareAll();
        console.info(summary(ledger));
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const { pages, twins, outputs, codes, values, problems } = await audit(dist, opened().proofs, opened().twins);
        if (problems.length > 0) {
          // What failed the audit must not lie there to be published.
          await rm(dir, { recursive: true });
          throw new ProblemError(problems);
        }
        await writeHeaders(dist);
        await writeSearchIndex(dist);
        console.info(`Read back ${pages} pages: ${outputs} outputs, ${codes} code blocks and ${values} values are what the ledger says, in ${twins} Markdown twins too.`);
      },
    },
  };
}

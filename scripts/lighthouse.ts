import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'astro';
import { execa } from 'execa';
import { EXIT } from '../src/core/problems/problem.ts';
import { ensureChromium, SANDBOX } from './cli/chromium.ts';
import { atTheEdge, command } from './cli/cli.ts';

// Not among the dependencies: it brings 200 packages, and nothing else needs it. npx fetches it, so this command needs the network.
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const program = command(
  'lighthouse',
  'Audits a page of the built site with Lighthouse, on its mobile settings.',
).argument('[path]', 'address below the site', '/advanced/multithreading/');

process.env.ASTRO_PREVIEW_BACKGROUND = '0';

interface Result {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string }>
  >;
}

await atTheEdge(async () => {
  program.parse();
  const server = await preview({ root: process.cwd(), logLevel: 'silent', server: { port: 4700 } });
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-lighthouse-'));
  try {
    const report = join(folder, 'report.json');
    await execa(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        `http://localhost:${server.port}${program.args[0] ?? '/advanced/multithreading/'}`,
        '--quiet',
        '--output=json',
        `--output-path=${report}`,
        `--only-categories=${CATEGORIES.join(',')}`,
        `--chrome-flags=${['--headless', ...SANDBOX].join(' ')}`,
      ],
      { stdio: 'inherit', env: { CHROME_PATH: await ensureChromium() } },
    );
    const { categories, audits } = JSON.parse(await readFile(report, 'utf8')) as Result;
    for (const name of CATEGORIES) {
      const { score, auditRefs = [] } = categories[name] ?? { score: null };
      console.info(`${name.padEnd(16)} ${score === null ? 'none' : Math.round(score * 100)}`);
      for (const { id } of auditRefs.filter(
        ({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 1,
      ))
        console.info(`  ${audits[id]?.title}: ${audits[id]?.displayValue ?? audits[id]?.score}`);
    }
    return CATEGORIES.every(name => categories[name]?.score === 1) ? EXIT.ok : EXIT.fellShort;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { preview } from 'astro';
import { execa } from 'execa';
import { EXIT } from '../src/core/problems/problem.ts';
import { CHROMIUM_ARGS, ensureChromium } from './cli/chromium.ts';
import { command, runCli } from './cli/cli.ts';
import { withTemporaryFolder } from './cli/temporary-folder.ts';

/** npx downloads it: it brings 200 packages that nothing else needs. So this command needs the network. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** The part of Lighthouse's report that is read here. Scores are from 0 to 1. */
interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
}

// Astro would run in the background in some terminals, and the command would seem to have ended.
process.env.ASTRO_PREVIEW_BACKGROUND = '0';

const program = command(
  'lighthouse',
  'Audits a page of the built site with Lighthouse, on its mobile settings.',
).argument('[path]', 'path of the page', '/advanced/multithreading/');

await runCli(async () => {
  program.parse();
  const server = await preview({ root: process.cwd(), logLevel: 'silent', server: { port: 4700 } });
  try {
    const { categories, audits } = await runLighthouse(
      `http://localhost:${server.port}${program.processedArgs[0]}`,
    );
    for (const name of CATEGORIES) console.info(`${name.padEnd(16)} ${categories[name]?.score ?? 'none'}`);
    for (const { title, score, displayValue } of Object.values(audits))
      if (score !== null && score < 1) console.info(`  ${title}: ${displayValue ?? score}`);
    return CATEGORIES.every(name => categories[name]?.score === 1) ? EXIT.ok : EXIT.fellShort;
  } finally {
    await server.stop();
  }
});

function runLighthouse(url: string): Promise<LighthouseReport> {
  return withTemporaryFolder(async folder => {
    const report = join(folder, 'report.json');
    const options = [
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${['--headless', ...CHROMIUM_ARGS].join(' ')}`,
    ];
    await execa('npx', ['--yes', LIGHTHOUSE, url, ...options], {
      stdio: 'inherit',
      env: { CHROME_PATH: await ensureChromium() },
    });
    return JSON.parse(await readFile(report, 'utf8')) as LighthouseReport;
  });
}

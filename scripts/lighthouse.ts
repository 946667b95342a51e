import { print } from '../src/report/print.ts';
import { execa } from 'execa';
import { linkTo } from '../src/site/site-url.ts';
import { CHROMIUM_ARGS, ensureChromium } from './cli/system-programs.ts';
import { serveSite } from '../src/site/serve/serve-site.ts';
import { command, runCli } from './cli/cli.ts';

/** npx downloads it: it brings 200 packages that nothing else needs. So this command needs the network. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** The part of Lighthouse's report that is read here. Scores are from 0 to 1. */
interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>
  >;
}

const program = command(
  'lighthouse',
  'Audits a page of the built site with Lighthouse, on its mobile settings.',
).argument('[path]', 'path of the page', '/');

await runCli(program, async () => {
  const server = await serveSite({ root: process.cwd(), port: 4700 });
  try {
    const url = `http://localhost:${server.port}${linkTo(String(program.processedArgs[0]))}`;
    const { categories, audits } = await runLighthouse(url);
    for (const name of CATEGORIES) print(`${name.padEnd(16)} ${categories[name]?.score ?? 'none'}`);
    for (const { title, score, displayValue } of Object.values(audits))
      if (score !== null && score < 1) print(`  ${title}: ${displayValue ?? score}`);
    return CATEGORIES.every(name => categories[name]?.score === 1);
  } finally {
    await server.stop();
  }
});

async function runLighthouse(url: string): Promise<LighthouseReport> {
  const options = [
    '--quiet',
    '--output=json',
    `--only-categories=${CATEGORIES.join(',')}`,
    `--chrome-flags=${['--headless', ...CHROMIUM_ARGS].join(' ')}`,
  ];
  const { stdout } = await execa('npx', ['--yes', LIGHTHOUSE, url, ...options], {
    stderr: 'inherit',
    env: { CHROME_PATH: await ensureChromium() },
  });
  return JSON.parse(stdout) as LighthouseReport;
}

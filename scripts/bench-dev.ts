import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { median, quantile } from 'simple-statistics';
import { EXIT } from '../src/core/problems/problem.ts';
import { articleUrl } from '../src/site/routes.ts';
import { EDITS, editLatency } from './bench/dev-edits.ts';
import { startDevServer } from './bench/dev-server.ts';
import { contentFile, makeSite } from './bench/site-project.ts';
import { type BenchmarkArticle, benchmarkArticles } from './bench/site-text.ts';
import { launchChromium } from './cli/chromium.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import { withTemporaryFolder } from './cli/temporary-folder.ts';

/** The server takes the next free port if this one is taken. */
const PORT = 4700;
/** Time for the work that follows an edit, so that it is not measured with the next edit. */
const PAUSE_MS = 900;
const FIRST_PAGE_TIMEOUT_MS = 120_000;

const program = command(
  'bench:dev',
  'Times how long an open page of the dev server takes to show a saved file, in a real browser.',
)
  .option('--articles <number>', 'articles, each with three examples', positiveInteger, 1000)
  .option('--rounds <number>', 'edits of each kind', positiveInteger, 15);

await runCli(() =>
  withTemporaryFolder(async folder => {
    program.parse();
    const { articles, rounds } = program.opts<{ articles: number; rounds: number }>();
    const browser = await launchChromium();
    try {
      await measureEdits(browser, join(folder, 'site'), articles, rounds);
    } finally {
      await browser.close();
    }
    return EXIT.ok;
  }),
);

async function measureEdits(browser: Browser, site: string, count: number, rounds: number): Promise<void> {
  // All articles are in one track, so the page of an article has the longest possible list of others.
  const articles = benchmarkArticles(count, count);
  const [first] = articles as [BenchmarkArticle];
  await makeSite(process.cwd(), site, articles);
  const started = performance.now();
  const server = await startDevServer(site, PORT);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}${articleUrl(contentFile(first))}`, { timeout: FIRST_PAGE_TIMEOUT_MS });
    await page.locator('.checked').nth(2).waitFor({ timeout: FIRST_PAGE_TIMEOUT_MS });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.info(`${count} articles: first page, with three verified examples, after ${seconds} s`);
    for (const edit of EDITS) {
      const latencies: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        latencies.push(await editLatency(page, site, edit, round));
        await sleep(PAUSE_MS);
      }
      // The first edit of a kind warms up.
      latencies.shift();
      const [middle, most] = [median(latencies), quantile(latencies, 0.9)].map(Math.round);
      console.info(`  ${edit.name.padEnd(10)} ${middle} ms, 90 % within ${most} ms`);
    }
  } finally {
    await server.stop();
  }
}

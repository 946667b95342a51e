import { print } from '../src/report/print.ts';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { median, quantile } from 'simple-statistics';
import { articleUrl } from '../src/site/routes.ts';
import { editLatency, EDITS } from './bench/dev-edits.ts';
import { startDevServer } from './bench/dev-server.ts';
import { contentFile, makeSite } from './bench/site-project.ts';
import { type BenchmarkArticle, benchmarkArticles } from './bench/site-text.ts';
import { launchChromium } from './cli/system-programs.ts';
import { command, positiveInteger, runCli, withTemporaryFolder } from './cli/cli.ts';

/** The server takes the next free port if this one is taken. */
const PORT = 4700;
/** Time for the work that follows an edit, so that it is not measured with the next edit. */
const PAUSE_MS = 900;
const FIRST_PAGE = { timeout: 120_000 };

const program = command(
  'bench:dev',
  'Times how long an open page of the dev server takes to show a saved file, in a real browser.',
)
  .option('--articles <number>', 'articles, each with three examples', positiveInteger, 1000)
  .option('--rounds <number>', 'edits of each kind', positiveInteger, 15);

await runCli<{ articles: number; rounds: number }>(program, ({ articles, rounds }) =>
  withTemporaryFolder(async folder => {
    const browser = await launchChromium();
    try {
      await measureEdits(browser, join(folder, 'site'), articles, rounds);
    } finally {
      await browser.close();
    }
  }),
);

async function measureEdits(browser: Browser, site: string, count: number, rounds: number): Promise<void> {
  // All articles are in one track, so the page of an article has the longest possible list of others.
  const articles = benchmarkArticles(count, count);
  const [first] = articles as [BenchmarkArticle];
  await makeSite(site, articles);
  const started = performance.now();
  const server = await startDevServer(site, PORT);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}${articleUrl(contentFile(first))}`, FIRST_PAGE);
    await page.locator('.checked').nth(2).waitFor(FIRST_PAGE);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(`${count} articles: first page, with three verified examples, after ${seconds} s`);
    for (const edit of EDITS) {
      const latencies: number[] = [];
      // The first edit of a kind warms up.
      for (let round = 0; round <= rounds; round += 1) {
        const latency = await editLatency(page, site, edit, round);
        if (round > 0) latencies.push(latency);
        await sleep(PAUSE_MS);
      }
      const [middle, most] = [median(latencies), quantile(latencies, 0.9)].map(Math.round);
      print(`  ${edit.name.padEnd(10)} ${middle} ms, 90 % within ${most} ms`);
    }
  } finally {
    await server.stop();
  }
}

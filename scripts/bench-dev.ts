import { articleUrl } from '../src/site/routes.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import type { Browser } from 'playwright-core';
import { startDevServer } from './bench/dev-server.ts';
import { type Edit, EDITS, fileOf } from './bench/edits.ts';
import { latency, spread } from './bench/latency.ts';
import { contentFile, makeSite } from './bench/site-project.ts';
import { type BenchmarkArticle, benchmarkArticles } from './bench/site-text.ts';
import { median } from './bench/table.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { findInterpreters } from '../src/runner/python/find-interpreters.ts';

import { launchChromium } from './cli/chromium.ts';
import { atTheEdge, collect, command, positive } from './cli/cli.ts';

/** Where the first server listens; the next free port if that is taken. */
const PORT = 4700;
/** Between two edits: what follows from the first must not be measured with the second. */
const PAUSE_MS = 900;
/** For a first page, on a machine that has much else to do. */
const PATIENCE_MS = 120_000;

const program = command(
  'bench:dev',
  'Measures how long an open page of the dev server takes to show what was saved, in a real browser, at small and large sites.',
)
  .option(
    '--articles <number>',
    'size of a site, each article with three examples; may be repeated (10 and 1000)',
    collect,
    [],
  )
  .option('--rounds <number>', 'edits of each kind', positive, 15);

await atTheEdge(async () => {
  program.parse();
  const { articles, rounds } = program.opts<{ articles: string[]; rounds: number }>();
  const [python] = await findInterpreters([]);
  const browser = await launchChromium();
  try {
    for (const size of articles.length === 0 ? [10, 1000] : articles.map(positive))
      await measureSite(browser, size, rounds, python?.path ?? 'python3');
    return EXIT.ok;
  } finally {
    await browser.close();
  }
});

async function measureSite(browser: Browser, size: number, rounds: number, python: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-dev-'));
  const site = join(folder, 'site');
  try {
    // One track: the page of an article then has the longest list to compare.
    const articles = benchmarkArticles(size, size);
    await makeSite(join(import.meta.dirname, '..'), site, articles);
    // The first start fills what the others find filled.
    for (const start of ['first', 'second']) {
      const started = performance.now();
      const server = await startDevServer(site, PORT);
      try {
        const listening = performance.now();
        const page = await browser.newPage();
        await page.goto(`${server.origin}${articleUrl(contentFile(articles[0] as BenchmarkArticle))}`, {
          timeout: PATIENCE_MS,
        });
        await page.locator('.checked').nth(2).waitFor({ timeout: PATIENCE_MS });
        say(
          `${size} articles, ${start} start: listens after ${seconds(started, listening)}, first page with its three examples verified after ${seconds(started, performance.now())}`,
        );
        if (start === 'second') for (const edit of EDITS) await measureEdit(edit, page, site, rounds, python);
        await page.close();
      } finally {
        await server.stop();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureEdit(
  edit: Edit,
  page: Parameters<typeof latency>[0],
  site: string,
  rounds: number,
  python: string,
): Promise<void> {
  const [whole, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const milliseconds = await latency(page, site, edit, round);
    // The first of a kind warms up.
    if (round > 0) whole.push(milliseconds);
    if (edit.runs && round > 0) bare.push(await bareRun(python, fileOf(site, edit)));
    await sleep(PAUSE_MS);
  }
  say(
    `  ${edit.name.padEnd(10)} ${spread(whole)}${bare.length === 0 ? '' : `; the bare interpreter takes ${Math.round(median(bare))} ms for that sample, so ${Math.round(median(whole.map((each, index) => each - (bare[index] ?? 0))))} ms are ours`}`,
  );
}

async function bareRun(python: string, file: string): Promise<number> {
  const started = performance.now();
  await execa(python, [file], { stdin: 'ignore' });
  return performance.now() - started;
}

function seconds(from: number, to: number): string {
  return `${((to - from) / 1000).toFixed(1)} s`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

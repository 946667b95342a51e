import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillRuns, makeBareSite, makeSite } from './bench/site-project.ts';
import { buildBare, buildRounds, type SiteBuild } from './bench/site-rounds.ts';
import { growthTable, type SiteSize, sizeTable } from './bench/site-table.ts';
import { benchmarkArticles } from './bench/site-text.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import type { Interpreter } from '../src/core/python-version.ts';
import { findInterpreters } from '../src/runner/python/find-interpreters.ts';
import { atTheEdge, command, positive } from './cli/cli.ts';

const program = command(
  'bench:site',
  'Generates sites, builds each cold and after edits, and a bare Astro site with the same text beside it.',
)
  .option(
    '--articles <numbers>',
    'sizes of the sites, each with three examples an article',
    text => text.split(',').map(positive),
    [100, 1000],
  )
  .option('--bare-up-to <articles>', 'the largest size at which the bare site is built too', positive, 1000)
  .option('--folder <path>', 'where the sites are generated, outside of the repository', tmpdir());

await atTheEdge(async () => {
  program.parse();
  const {
    articles: counts,
    bareUpTo,
    folder: parent,
  } = program.opts<{ articles: number[]; bareUpTo: number; folder: string }>();
  const { path: python } = (await findInterpreters([]))[0] as Interpreter;
  const sizes: SiteSize[] = [];
  // Removed at the end: a file system may take ten times as long to make a file just after it had thousands to remove.
  const all = await mkdtemp(join(parent, 'verbatim-bench-'));
  try {
    for (const count of counts) {
      const folder = join(all, String(count));
      const articles = benchmarkArticles(count);
      const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
      say(`${count} articles: generating …`);
      await makeSite(process.cwd(), ours, articles);
      await fillRuns(ours);
      // One after the other: what else the machine has to do is most likely the same for both.
      const reference = count > bareUpTo ? undefined : await buildReference(bare, python, articles);
      const builds = await buildRounds(ours, articles, python, progress);
      sizes.push({ articles: count, builds, bare: reference });
      say(`\n${sizeTable(sizes.at(-1) as SiteSize)}`);
    }
  } finally {
    await rm(all, { recursive: true, force: true });
  }
  say(growthTable(sizes));
  say(
    'The runs of the examples come from the cache; "one example" runs one. Memory is that of all processes together; ratios are of time / of CPU time.',
  );
  return EXIT.ok;
});

async function buildReference(
  folder: string,
  python: string,
  articles: ReturnType<typeof benchmarkArticles>,
): Promise<SiteBuild> {
  await makeBareSite(process.cwd(), folder, articles);
  const build = await buildBare(folder, python);
  progress(build);
  return build;
}

function progress({ name, measurement: { wallSeconds, cpuSeconds } }: SiteBuild): void {
  say(`  ${name}: ${wallSeconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

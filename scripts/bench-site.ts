import { print } from '../src/report/print.ts';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE } from '../src/core/project-paths.ts';
import type { Interpreter } from '../src/core/python-version.ts';
import { verify } from '../src/runner/commands/verify.ts';
import { findInterpreters } from '../src/runner/python/find-interpreters.ts';
import { makeBareSite } from './bench/bare-site.ts';
import { makeSite } from './bench/site-project.ts';
import { BUILD_FLAGS } from './bench/contenders.ts';
import { type Contender, measureInRounds, roundsTable } from './bench/measure.ts';
import { benchmarkArticles } from './bench/site-text.ts';
import { command, positiveInteger, runCli, withTemporaryFolder } from './cli/cli.ts';

const program = command(
  'bench:site',
  'Times cold builds of a generated site against bare Astro with the same text. TMPDIR says where.',
)
  .option('--articles <number>', 'articles, each with three examples', positiveInteger, 1000)
  .option('--rounds <number>', 'rounds; each builds both sites once', positiveInteger, 3);

await runCli<{ articles: number; rounds: number }>(program, options =>
  withTemporaryFolder(async folder => {
    const articles = benchmarkArticles(options.articles);
    const site = join(folder, 'site');
    const bare = join(folder, 'bare');
    const runs = join(folder, 'runs');
    print(`Generating ${articles.length} articles …`);
    await makeSite(site, articles);
    print('Running their examples …');
    await verify({ root: site });
    await cp(join(site, STATE), runs, { recursive: true });
    await makeBareSite(bare, articles);
    const [{ path: python }] = (await findInterpreters([])) as [Interpreter];
    const contenders = [
      build('npm run build', site, [...BUILD_FLAGS, 'scripts/build.ts'], async () => {
        await removeOutput(site);
        // What is measured is the site: its examples have run before.
        await cp(runs, join(site, STATE), { recursive: true });
      }),
      build('bare Astro', bare, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], () =>
        removeOutput(bare),
      ),
    ];
    console.table(roundsTable(await measureInRounds(contenders, options.rounds, python)));
  }),
);

function build(name: string, cwd: string, args: readonly string[], prepare: () => Promise<void>): Contender {
  const env = { CI: '', NODE_COMPILE_CACHE: join(cwd, '..', 'compiled') };
  return { name, command: process.execPath, args, options: { cwd, env }, exitCodes: [0], prepare };
}

async function removeOutput(site: string): Promise<void> {
  for (const name of ['dist', '.astro', '.cache', STATE])
    await rm(join(site, name), { recursive: true, force: true });
}

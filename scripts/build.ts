import { EXIT } from '../src/core/problems/problem.ts';
import { buildSite } from '../src/site/build/build-site.ts';
import { atTheEdge, command, withRuns } from './cli/cli.ts';

const program = withRuns(
  command('build', 'Verifies every example, builds the site into dist/, and reads it back.'),
);

await atTheEdge(async () => {
  program.parse();
  const { runs } = program.opts<{ runs?: string }>();
  // The configuration is Astro's to load: it reads this there.
  if (runs !== undefined) process.env.VERBATIM_RUNS = runs;
  await buildSite(process.cwd());
  return EXIT.ok;
});

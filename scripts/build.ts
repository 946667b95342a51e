import { EXIT } from '../src/core/problems/problem.ts';
import { buildSite } from '../src/site/build/build-site.ts';
import { command, runCli } from './cli/cli.ts';
import { RUNS_OPTION } from './cli/options.ts';

const program = command('build', 'Verifies all examples, builds the site into dist/, and audits it.', [
  RUNS_OPTION,
]);

await runCli(async () => {
  program.parse();
  const { runs } = program.opts<{ runs?: string }>();
  // Astro loads the configuration of the site, which reads this variable.
  if (runs !== undefined) process.env.VERBATIM_RUNS = runs;
  await buildSite(process.cwd());
  return EXIT.ok;
});

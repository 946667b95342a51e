import { EXIT } from '../src/core/problems/problem.ts';
import { buildSite } from '../src/site/build/build-site.ts';
import { command, runCli } from './cli/cli.ts';
import { RUNS_OPTION } from './cli/options.ts';

const program = command('build', 'Verifies all examples, builds the site into dist/, and audits it.', [
  RUNS_OPTION,
]);

await runCli(async () => {
  program.parse();
  await buildSite(process.cwd(), program.opts<{ runs?: string }>());
  return EXIT.ok;
});

import { buildSite } from '../src/site/build/build-site.ts';
import { command, runCli } from './cli/cli.ts';
import { confirmUnsandboxed, RUNS_OPTION } from './cli/options.ts';

const program = command('build', 'Verifies all examples, builds the site into dist/, and audits it.', [
  RUNS_OPTION,
]);

await runCli<{ runs?: string }>(program, async options => {
  await confirmUnsandboxed();
  await buildSite(process.cwd(), options);
});

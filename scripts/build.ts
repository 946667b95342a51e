import { buildSite } from '../src/site/build/build-site.ts';
import { command, runCli } from './cli/cli.ts';
import { BROWSER_OPTION, confirmUnsandboxed, RUNS_OPTION, triesBrowser } from './cli/options.ts';

const program = command('build', 'Verifies all examples, builds the site into dist/, and audits it.', [
  RUNS_OPTION,
  BROWSER_OPTION,
]);

await runCli<{ runs?: string; browser: boolean }>(program, async ({ runs, browser }) => {
  await confirmUnsandboxed();
  await buildSite(process.cwd(), { runs, browser: triesBrowser(browser) });
});

import { print } from '../src/report/print.ts';
import { HOME_URL } from '../src/site/routes.ts';
import { linkTo, siteUrl } from '../src/site/site-url.ts';
import { buildSite } from '../src/site/build/build-site.ts';
import { serveSite } from '../src/site/serve/serve-site.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import { BROWSER_OPTION, confirmUnsandboxed, triesBrowser } from './cli/options.ts';

const program = command('start', 'Verifies all examples, builds the site and serves it.', [
  BROWSER_OPTION,
]).option('--port <number>', 'where to listen; the next free port if it is taken', positiveInteger, 4321);

await runCli<{ port: number; browser: boolean }>(program, async ({ port, browser }) => {
  await confirmUnsandboxed();
  // A wrong address is refused before anything runs.
  const home = linkTo(HOME_URL);
  print('Running every example …');
  await buildSite(process.cwd(), { browser: triesBrowser(browser) });
  const server = await serveSite({ root: process.cwd(), port, base: siteUrl().base });
  print(`\nThe site is at http://localhost:${server.port}${home} (Ctrl-C stops it)`);
  await server.closed;
});

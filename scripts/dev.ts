import { startClean } from '../src/site/render/start-clean.ts';
import { print } from '../src/report/print.ts';
import { STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { dev } from 'astro';
import { HOME_URL } from '../src/site/routes.ts';
import { linkTo } from '../src/site/site-url.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import { confirmUnsandboxed } from './cli/options.ts';

// Astro would run in the background in some terminals, and the command would seem to have ended.
process.env.ASTRO_DEV_BACKGROUND = '0';

const program = command(
  'dev',
  'Serves the articles while you write; an example runs again when its file is saved.',
).option('--port <number>', 'where to listen; the next free port if it is taken', positiveInteger, 4321);

await runCli<{ port: number }>(
  program,
  async ({ port }) => {
    await confirmUnsandboxed('auto');
    // Listen from the start, so that a signal during the start leaves no server behind. Never stop listening:
    // other listeners would then end the process before the server has stopped.
    const stopped = new Promise(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
    });
    // A wrong address is refused before anything runs.
    const home = linkTo(HOME_URL);
    await startClean(process.cwd(), STATE_PATHS.dev);
    const server = await dev({ root: process.cwd(), server: { port } });
    const { port: actual } = server.address;
    if (actual !== port) print(`Port ${port} is taken: the site is at http://localhost:${actual}${home}`);
    await stopped;
    await server.stop();
  },
  false,
);

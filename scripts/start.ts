import { preview } from 'astro';
import { EXIT } from '../src/core/problems/problem.ts';
import { buildSite } from '../src/site/build/build-site.ts';
import { atTheEdge, command, positive } from './cli/cli.ts';

// In some terminals Astro would go to the background and the command would seem to have ended.
process.env.ASTRO_PREVIEW_BACKGROUND = '0';

const program = command('start', 'Verifies every example, builds the site and serves it.').option(
  '--port <number>',
  'where to listen; the next free one if it is taken',
  positive,
  4321,
);

await atTheEdge(async () => {
  program.parse();
  console.info('Running every example …');
  await buildSite(process.cwd());
  const server = await preview({
    root: process.cwd(),
    logLevel: 'silent',
    server: { port: program.opts<{ port: number }>().port },
  });
  console.info(`\nThe site is at http://localhost:${server.port}/ (Ctrl-C ends it)`);
  await server.closed();
  return EXIT.ok;
});

import { dev } from 'astro';
import { EXIT } from '../src/core/problems/problem.ts';
import { atTheEdge, command, positive } from './cli/cli.ts';

// In some terminals Astro would go to the background and the command would seem to have ended.
process.env.ASTRO_DEV_BACKGROUND = '0';

const program = command(
  'dev',
  'Serves the articles while you write: an example runs again when its file is saved.',
).option('--port <number>', 'where to listen; the next free one if it is taken', positive, 4321);

await atTheEdge(async () => {
  program.parse();
  const { port } = program.opts<{ port: number }>();
  // Heard from the beginning: who ends it while it starts must not leave a server behind. And to the end: were nobody to
  // listen any more, other listeners would take the signal for the end of the process.
  const ended = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
  const server = await dev({ root: process.cwd(), server: { port } });
  if (server.address.port !== port)
    console.info(`Port ${port} is taken: the site is at http://localhost:${server.address.port}/`);
  await ended;
  await server.stop();
  return EXIT.ok;
});

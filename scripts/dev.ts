import { dev } from 'astro';
import { EXIT } from '../src/core/problem.ts';
import { atTheEdge, command, positive } from './edge.ts';

// In some terminals Astro would go to the background and the command would seem to have ended.
process.env.ASTRO_DEV_BACKGROUND = '0';

const program = command('dev', 'Serves the articles while you write: an example runs again when its file is saved.').option('--port <number>', 'where to listen; the next free one if it is taken', positive, 4321);

await atTheEdge(async () => {
  program.parse();
  const server = await dev({ root: process.cwd(), server: { port: program.opts<{ port: number }>().port } });
  await new Promise((resolve) => process.once('SIGINT', resolve));
  await server.stop();
  return EXIT.ok;
});

import { build } from 'astro';
import { EXIT } from '../src/core/problem.ts';
import { atTheEdge, command } from './edge.ts';

const program = command('build', 'Verifies every example, builds the site into dist/, and reads it back.');

await atTheEdge(async () => {
  program.parse();
  await build({ root: process.cwd(), logLevel: 'warn' });
  return EXIT.ok;
});

import { EXIT } from '../src/core/problem.ts';
import { buildSite } from '../src/site/build.ts';
import { atTheEdge, command } from './edge.ts';

const program = command('build', 'Verifies every example, builds the site into dist/, and reads it back.');

await atTheEdge(async () => {
  program.parse();
  await buildSite(process.cwd());
  return EXIT.ok;
});

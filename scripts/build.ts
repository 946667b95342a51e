import { EXIT } from '../src/core/problems/problem.ts';
import { buildSite } from '../src/site/build/build-site.ts';
import { atTheEdge, command, withRuns } from './cli/cli.ts';

const program = withRuns(
  command('build', 'Verifies every example, builds the site into dist/, and reads it back.'),
);

await atTheEdge(async () => {
  program.parse();
  await buildSite(process.cwd(), program.opts<{ runs?: string }>());
  return EXIT.ok;
});

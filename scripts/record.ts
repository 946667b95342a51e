import { EXIT } from '../src/core/problem.ts';
import { acceptanceReport } from '../src/report/acceptance.ts';
import { record } from '../src/runner/record.ts';
import type { SealPolicy } from '../src/runner/seal.ts';
import { atTheEdge, command, positive, withExamples, withPython, withSeal } from './edge.ts';

const program = withSeal(withPython(withExamples(command('record', 'Runs examples several times, shows what changed, and accepts what repeats under its contract.'))))
  .argument('[examples...]', 'ids, folders, files or globs; none means all')
  .option('--runs <number>', 'runs that must agree', positive, 5);

await atTheEdge(async () => {
  program.parse();
  const { examples, python, seal, runs } = program.opts<{ examples: string; python: string[]; seal: SealPolicy; runs: number }>();
  const acceptances = await record({ root: process.cwd(), examples, words: program.args, pythons: python, seal, runs });
  process.stdout.write(acceptanceReport(acceptances));
  return acceptances.some(({ kind }) => kind === 'refused') ? EXIT.fellShort : EXIT.ok;
});

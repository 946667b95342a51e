import { promiseOf } from '../src/core/contract/compare.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { type MutationScore, mutationScore } from '../src/core/contract/infer/mutants.ts';
import { mutationReport } from '../src/report/mutation.ts';
import { discover } from '../src/runner/examples/discover-examples.ts';
import { recordingReader } from '../src/runner/examples/recording-files.ts';
import { atTheEdge, command, withExamples } from './cli/cli.ts';

const program = withExamples(
  command(
    'mutate',
    'Changes every recording in every small way: does its contract reject what changes the meaning?',
  ),
);

await atTheEdge(async () => {
  program.parse();
  const root = process.cwd();
  const { examples } = await discover(root, program.opts<{ examples: string }>().examples);
  const read = recordingReader(root);
  const scores = new Map<string, MutationScore>();
  for (const example of examples) {
    const { base, variants } = read(example);
    for (const recording of [base, ...variants.values()]) {
      if (recording === undefined) continue;
      const name = recording.variant === undefined ? example.id : `${example.id} for ${recording.variant}`;
      scores.set(name, mutationScore(recording.out, example.contract));
      if (recording.err !== undefined)
        scores.set(`${name} (stderr)`, mutationScore(recording.err, promiseOf(example.contract, 'err')));
    }
  }
  process.stdout.write(mutationReport(scores));
  return [...scores.values()].every(
    ({ rejected, wronglyAccepted }) => rejected > 0 && wronglyAccepted.length === 0,
  )
    ? EXIT.ok
    : EXIT.fellShort;
});

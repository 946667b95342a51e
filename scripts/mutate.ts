import { promiseOf } from '../src/core/contract/compare.ts';
import { type MutationScore, mutationScore } from '../src/core/contract/infer/mutants.ts';
import type { Example } from '../src/core/example/example.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { mutationReport } from '../src/report/mutation.ts';
import { discover } from '../src/runner/examples/discover-examples.ts';
import { readRecordings } from '../src/runner/examples/recording-files.ts';
import { command, runCli } from './cli/cli.ts';
import { EXAMPLES_OPTION } from './cli/options.ts';

const program = command(
  'mutate',
  'Changes every recording in every small way: does its contract reject each change of meaning?',
  [EXAMPLES_OPTION],
);

await runCli(async () => {
  program.parse();
  const root = process.cwd();
  const { examples } = await discover(root, program.opts<{ examples: string }>().examples);
  const scores = new Map<string, MutationScore>();
  for (const example of examples)
    for (const [name, score] of await scoresOf(root, example)) scores.set(name, score);
  process.stdout.write(mutationReport(scores));
  const isStrong = ({ rejected, wronglyAccepted }: MutationScore): boolean =>
    rejected > 0 && wronglyAccepted.length === 0;
  return [...scores.values()].every(isStrong) ? EXIT.ok : EXIT.fellShort;
});

/** One score for each recorded stream, by its name in the report. */
async function scoresOf(root: string, example: Example): Promise<[string, MutationScore][]> {
  const { id, contract } = example;
  const { base, variants } = await readRecordings(root, example);
  const recordings = [base, ...variants.values()].filter(recording => recording !== undefined);
  return recordings.flatMap(({ variant, out, err }) => {
    const name = variant === undefined ? id : `${id} for ${variant}`;
    const scores: [string, MutationScore][] = [[name, mutationScore(out, contract)]];
    if (err !== undefined) scores.push([`${name} (stderr)`, mutationScore(err, promiseOf(contract, 'err'))]);
    return scores;
  });
}

import { print } from '../src/report/print.ts';
import { promiseOf } from '../src/core/contract/compare.ts';
import { type MutationScore, mutationScore } from '../src/core/contract/mutants.ts';
import type { Example } from '../src/core/example/example.ts';
import type { Recordings } from '../src/core/verdict/recording.ts';
import { mutationReport } from '../src/report/mutation.ts';
import { discover } from '../src/runner/examples/discover-examples.ts';
import { recordingReader } from '../src/runner/examples/recording-files.ts';
import { command, runCli } from './cli/cli.ts';
import { EXAMPLES_OPTION } from './cli/options.ts';

const program = command(
  'mutate',
  'Changes every recording in every small way: does its contract reject each change of meaning?',
  [EXAMPLES_OPTION],
);

await runCli<{ examples: string }>(program, async options => {
  const root = process.cwd();
  const { examples } = await discover(root, options.examples);
  const read = recordingReader(root);
  const scores = new Map(examples.flatMap(example => scoresOf(example, read(example))));
  print(mutationReport(scores));
  const isStrong = ({ rejected, wronglyAccepted }: MutationScore): boolean =>
    rejected > 0 && wronglyAccepted.length === 0;
  return [...scores.values()].every(isStrong);
});

/** One score for each recorded stream, by its name in the report. */
function scoresOf(example: Example, recordings: Recordings): [string, MutationScore][] {
  const { id, contract } = example;
  const all = [recordings.base, ...recordings.versions.values()].filter(each => each !== undefined);
  return all.flatMap(({ tag, out, err }) => {
    const name = tag === undefined ? id : `${id} for ${tag}`;
    const scores: [string, MutationScore][] = [[name, mutationScore(out, contract)]];
    if (err !== undefined) scores.push([`${name} (stderr)`, mutationScore(err, promiseOf(contract, 'err'))]);
    return scores;
  });
}

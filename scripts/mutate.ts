import { print } from '../src/report/print.ts';
import { promiseOf } from '../src/core/contract/compare.ts';
import { artifactScore, type MutationScore, mutationScore } from '../src/core/contract/mutants.ts';
import type { Example } from '../src/core/example/example.ts';
import { unanswered } from '../src/core/omission/highlight-score.ts';
import type { Recordings } from '../src/core/verdict/recording.ts';
import { highlightReport, mutationReport } from '../src/report/mutation.ts';
import { discover } from '../src/runner/examples/discover-examples.ts';
import { recordingReader } from '../src/runner/examples/recording-files.ts';
import { openOmissions } from '../src/runner/omissions/try-omissions.ts';
import { chooseArticles } from '../src/site/commands/article-examples.ts';
import { judgeHighlights } from '../src/site/commands/judge-highlights.ts';
import { command, runCli } from './cli/cli.ts';
import { collect, confirmUnsandboxed, RUN_OPTIONS, selection, strict } from './cli/options.ts';

interface Options {
  readonly article: readonly string[];
  readonly examples: string;
  readonly fresh: boolean;
  readonly samples: boolean;
}

const program = command(
  'mutate',
  'Changes every recording in every small way: does its contract reject each change of meaning?',
  RUN_OPTIONS,
)
  .option('--samples', 'run samples without each line that an article highlights: does it matter?', false)
  .option('--article <track/slug>', 'with --samples: an article; may be repeated; default: all', collect, [])
  .option('--fresh', 'with --samples: use no run of an earlier command; the default if CI is set', false);

await runCli<Options>(program, async ({ samples, examples, article, fresh }) => {
  if (samples) return takeLinesOut(article, !fresh && !strict);
  const root = process.cwd();
  const { examples: all } = await discover(root, examples);
  const read = recordingReader(root);
  const scores = new Map(all.flatMap(example => scoresOf(example, read(example))));
  print(mutationReport(scores));
  const isStrong = ({ rejected, wronglyAccepted }: MutationScore): boolean =>
    rejected > 0 && wronglyAccepted.length === 0;
  return [...scores.values()].every(isStrong);
});

/** Runs samples without each of their highlighted lines. */
async function takeLinesOut(names: readonly string[], reuse: boolean): Promise<boolean> {
  const selected = selection(program);
  await confirmUnsandboxed(selected.sandbox);
  const chosen = names.length === 0 ? undefined : await chooseArticles(selected.root, names);
  const judged = await judgeHighlights(selected.root, chosen?.articles, words =>
    openOmissions({ ...selected, words, reuse }),
  );
  print(highlightReport(judged));
  return judged.every(figure => unanswered(figure).length === 0);
}

/** One score for each recorded stream and file, by its name in the report. */
function scoresOf(example: Example, recordings: Recordings): [string, MutationScore][] {
  const { id, contract } = example;
  const all = [recordings.base, ...recordings.versions.values()].filter(each => each !== undefined);
  return all.flatMap(({ tag, out, err, waits, artifacts = new Map() }) => {
    const name = tag === undefined ? id : `${id} for ${tag}`;
    const scores: [string, MutationScore][] = [[name, mutationScore(out, contract)]];
    if (err !== undefined) scores.push([`${name} (stderr)`, mutationScore(err, promiseOf(contract, 'err'))]);
    if (waits !== undefined)
      scores.push([`${name} (where it hangs)`, mutationScore(waits, promiseOf(contract, 'waits'))]);
    for (const [file, bytes] of artifacts)
      if (contract.artifacts[file] !== undefined)
        scores.push([`${name} (${file})`, artifactScore(file, bytes, contract)]);
    return scores;
  });
}

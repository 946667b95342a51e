import { type AssessedExample, assessContract, countDistinct } from '../../core/contract/assess-contract.ts';
import { sampleOf } from '../../core/example/block-lines.ts';
import { pythonName, tagOf } from '../../core/python-version.ts';
import { surroundingsProblem } from '../../core/verdict/surroundings/surroundings.ts';
import { recordingFor } from '../../core/verdict/recording.ts';
import { placeProblem } from '../../core/variant/place-problem.ts';
import { compareVariant, compareWatched } from './compare-variant.ts';
import { planRuns, type Selection } from './plan-runs.ts';
import { repeat } from './run-repeatedly.ts';
import { withSurroundings } from './surroundings.ts';

/**
 * Runs each example many times under perturbation and under each of its interpreters: does its contract
 * hold, is it too tight or too loose?
 */
export async function assessContracts(
  options: Selection & { readonly runs: number },
): Promise<readonly AssessedExample[]> {
  const { runs } = options;
  const plan = await planRuns(options);
  const { unfit, broken } = plan;
  const { value: repeated, surroundings } = await withSurroundings(() => repeat(plan, runs));
  const proved = repeated.map((each): AssessedExample => {
    const { example, interpreter, recordings, isOnly, result } = each;
    const { file, contract } = example;
    const differing = compareVariant(each, repeated);
    const id = isOnly ? example.id : `${example.id}, CPython ${pythonName(interpreter)}`;
    if (result.problems !== undefined) {
      const problems = result.problems.map(problem => placeProblem(example, problem));
      return { id, file, runs, problems };
    }
    const outputs = result.value;
    const problems = outputs.flatMap(output => surroundingsProblem(example, output, surroundings) ?? []);
    if (problems.length > 0) return { id, file, runs, problems: problems.slice(0, 1) };
    const wrong = differing?.problem ?? compareWatched(each, repeated);
    if (wrong !== undefined) {
      const problems = [placeProblem(example, wrong)];
      return { id, file, runs, problems, differed: differing?.differed };
    }
    // The contract has to permit the recording too.
    const recording = recordingFor(recordings, tagOf(interpreter));
    const seen = recording === undefined ? outputs : [recording, ...outputs];
    const assessment = assessContract(seen, contract, sampleOf(example));
    const distinct = countDistinct(outputs);
    const differed = differing?.differed;
    if (example.variant?.isRecorded === false)
      return { id, file, runs, problems: [], differed, assessment: { kind: 'holds', distinct } };
    return { id, file, runs, problems: [], differed, assessment: { ...assessment, distinct } };
  });
  return [
    ...broken.map(each => ({ ...each, runs: 0 })),
    ...unfit.map(({ example: { id, file, contract }, problem }) => ({
      id,
      file,
      runs: 0,
      problems: [problem],
      skipped: contract.optional,
    })),
    ...proved,
  ];
}

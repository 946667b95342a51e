import {
  type AssessedExample,
  assessContract,
  countDistinct,
} from '../../core/contract/infer/assess-contract.ts';
import { pythonName, tagOf } from '../../core/python-version.ts';
import { recordingFor } from '../../core/verdict/recording.ts';
import { planRuns, type Selection } from './plan-runs.ts';
import { repeat } from './run-repeatedly.ts';
import { Schedule } from '../scheduling/scheduler.ts';

/**
 * Runs each example many times under perturbation and under each of its interpreters: does its contract
 * hold, is it too tight or too loose?
 */
export async function assessContracts(
  options: Selection & { readonly runs: number },
): Promise<readonly AssessedExample[]> {
  const { root, runs } = options;
  const { ready, unfit, broken, sandbox, recordings } = await planRuns(options);
  const results = await repeat(
    ready.map(each => ({ ...each, runs })),
    new Schedule(),
    root,
    sandbox,
  );
  const proved = ready.map(({ example, interpreter }, index): AssessedExample => {
    const { file, contract } = example;
    const alone = ready.filter(each => each.example === example).length === 1;
    const id = alone ? example.id : `${example.id}, CPython ${pythonName(interpreter)}`;
    const { value: outputs, problems = [] } = results[index] ?? {};
    if (outputs === undefined) return { id, file, runs, problems };
    // The contract has to permit the recording too.
    const all = recordings.get(example.id);
    const recording = all && recordingFor(all, tagOf(interpreter));
    return {
      id,
      file,
      runs,
      problems: [],
      assessment: {
        ...assessContract(recording === undefined ? outputs : [recording, ...outputs], contract),
        distinct: countDistinct(outputs),
      },
    };
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

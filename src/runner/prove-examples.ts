import type { Finding } from '../core/finding.ts';
import { countDistinct, prove } from '../core/proof.ts';
import { prepare, type Selection } from './prepare.ts';
import { readRecording } from './recordings.ts';
import { repeat } from './repeat.ts';
import { Schedule } from './schedule.ts';

/** Runs each example many times under perturbation and says whether its contract holds, is too tight or too loose. */
export async function proveExamples(options: Selection & { readonly runs: number }): Promise<readonly Finding[]> {
  const { root, runs } = options;
  const { ready, unfit, broken, seal } = await prepare(options);
  const results = await repeat(ready.map((each) => ({ ...each, runs })), new Schedule(), root, seal);
  const proved = await Promise.all(ready.map(async ({ example }, index): Promise<Finding> => {
    const { id, file, contract } = example;
    const { value: outputs, problems = [] } = results[index] ?? {};
    if (outputs === undefined) return { id, file, runs, problems };
    // The recording is one more output that the contract has to make one with the others.
    const recording = await readRecording(root, example);
    return { id, file, runs, problems: [], proof: { ...prove(recording === undefined ? outputs : [recording, ...outputs], contract), distinct: countDistinct(outputs) } };
  }));
  return [...broken.map((each) => ({ ...each, runs: 0 })), ...unfit.map(({ example: { id, file, contract }, problem }) => ({ id, file, runs: 0, problems: [problem], skipped: contract.optional })), ...proved];
}

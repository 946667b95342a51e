import { availableParallelism } from 'node:os';
import { execa } from 'execa';
import type { PrintedText } from '../../core/contract/printed-text.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { outcome } from '../../core/verdict/run-outcome.ts';
import { runScheduled } from './run-scheduled.ts';
import { emptyEnvironment } from '../python/python-environment.ts';
import type { Conditions } from '../python/run-environment.ts';
import { Schedule } from '../scheduling/scheduler.ts';
import type { PlannedRun, RunPlan } from './plan-runs.ts';

/** What an example printed under one interpreter: an output of each run, or what fell short. */
interface RepeatedRuns extends PlannedRun {
  readonly result: Result<readonly PrintedText[]>;
}

/**
 * Runs each example of a plan many times under perturbation: first all runs on a quiet machine, then all
 * under load. Outputs come in the order of the conditions, the plain run first. A run that falls short makes
 * the result its problem.
 */
export async function repeat(
  { ready, sandbox }: RunPlan,
  runs: number,
  root: string,
): Promise<readonly RepeatedRuns[]> {
  const [first] = ready;
  if (first === undefined) return [];
  const schedule = new Schedule();
  const phase = (isLoaded: boolean): Promise<(Result<PrintedText> | undefined)[][]> =>
    Promise.all(
      ready.map(({ example, interpreter }) =>
        Promise.all(
          perturbations(runs, example.contract.cores).map(async (conditions, index) => {
            if (conditions.load !== isLoaded) return undefined;
            const run = await runScheduled({ example, interpreter, conditions, schedule, root, sandbox });
            return nameConditions(outcome(example, run), index, runs, conditions);
          }),
        ),
      ),
    );
  const quiet = await phase(false);
  const loaded = perturbations(runs, 1).some(({ load }) => load)
    ? await underLoad(await emptyEnvironment(first.interpreter), () => phase(true))
    : [];
  return ready.map((each, at) => {
    const results = quiet[at]?.map((result, index) => result ?? loaded[at]?.[index]) ?? [];
    const problems = results.flatMap(result => result?.problems ?? []);
    const outputs = results.flatMap(result => result?.value ?? []);
    return { ...each, result: problems.length > 0 ? fail(...problems) : succeed(outputs) };
  });
}

/** Adds to a problem which run it is of, and its conditions; the plain run needs neither. */
function nameConditions(
  result: Result<PrintedText>,
  index: number,
  runs: number,
  { cores, switchInterval, load, hashSeed }: Perturbation,
): Result<PrintedText> {
  if (result.problems === undefined || index === 0) return result;
  const conditions = [
    cores === undefined ? 'all cores' : 'one core',
    ...(switchInterval === undefined ? [] : [`switch interval ${switchInterval} s`]),
    ...(load ? ['under load'] : []),
    `hash seed ${hashSeed}`,
  ];
  const name = `Run ${index + 1} of ${runs} (${conditions.join(', ')})`;
  return fail(...result.problems.map(problem => ({ ...problem, title: `${name}: ${problem.title}` })));
}

/** Seconds for `sys.setswitchinterval`: threads switch all the time, or hardly ever. */
const [OFTEN, SELDOM] = [1e-6, 0.1];

interface Perturbation extends Conditions {
  /** Whether something else computes on every core at the same time. */
  readonly load: boolean;
}

/**
 * Conditions of `count` runs. The first is the plain one; the others go through one core and all cores, small
 * and large switch intervals and background load in all combinations, each with a hash seed of its own.
 * @param cores what the sample needs: it never gets fewer
 */
export function perturbations(count: number, cores: number): readonly Perturbation[] {
  const oneCore = cores === 1 ? [0] : undefined;
  const combinations: readonly Perturbation[] = [
    { load: false },
    { load: false, switchInterval: OFTEN },
    { load: true, cores: oneCore, switchInterval: OFTEN },
    { load: false, cores: oneCore, switchInterval: SELDOM },
    { load: true },
    { load: false, cores: oneCore },
    { load: true, switchInterval: SELDOM },
    { load: false, cores: oneCore, switchInterval: OFTEN },
    { load: true, switchInterval: OFTEN },
    { load: false, switchInterval: SELDOM },
    { load: true, cores: oneCore },
    { load: true, cores: oneCore, switchInterval: SELDOM },
  ];
  return Array.from({ length: count }, (_, index) => ({
    ...(combinations[index % combinations.length] as Perturbation),
    hashSeed: index,
  }));
}

/** Computes until its parent has ended, so that a killed runner leaves none running forever. */
const BURNER = `
import os
while os.getppid() == ${process.pid}:
    for _ in range(1_000_000): pass
`;

/** Keeps every core busy while `work` runs. */
async function underLoad<T>(python: string, work: () => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const burners = Array.from({ length: availableParallelism() }, () =>
    execa(python, ['-I', '-S', '-c', BURNER], {
      cancelSignal: controller.signal,
      reject: false,
      stdio: 'ignore',
    }),
  );
  try {
    return await work();
  } finally {
    controller.abort();
    await Promise.all(burners);
  }
}

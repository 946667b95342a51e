import { availableParallelism } from 'node:os';
import { execa } from 'execa';
import type { PrintedText } from '../../core/printed-text.ts';
import { type Repetition, repetitionOf } from '../../core/repetition/repetition.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { outcome } from '../../core/verdict/run-outcome.ts';
import { describeConditions, type Perturbation, perturbations } from './perturbations.ts';
import type { Run } from '../../core/verdict/run.ts';
import { runScheduled } from './run-scheduled.ts';
import { emptyEnvironment } from '../python/python-environment.ts';
import { Schedule } from '../scheduling/scheduler.ts';
import type { PlannedRun, RunPlan } from './plan-runs.ts';

/** What an example printed under one interpreter: an output of each run, or what fell short. */
export interface RepeatedRuns extends PlannedRun {
  readonly repetition: Repetition;
  /** In the order of the outputs. */
  readonly runs: readonly Run[];
  readonly result: Result<readonly PrintedText[]>;
}

/** One of the runs, and what it printed. */
interface Repeated {
  readonly run: Run;
  readonly result: Result<PrintedText>;
}

/**
 * Runs each example of a plan many times under perturbation: first all runs on a quiet machine, then all
 * under load. Outputs come in the order of the conditions, the plain run first. A run that falls short makes
 * the result its problem.
 * @param runs of each example; absent: by what it uses
 */
export async function repeat(
  { ready, sandbox }: RunPlan,
  runs: number | undefined,
): Promise<readonly RepeatedRuns[]> {
  const [first] = ready;
  if (first === undefined) return [];
  const schedule = new Schedule();
  const planned = ready.map(each => {
    const { outcomes } = each.example.contract;
    const usual =
      outcomes === undefined
        ? repetitionOf(each.example)
        : { runs: outcomes.runs, pauses: false, because: 'its outcomes are counted' };
    const repetition = runs === undefined ? usual : { ...usual, runs, because: undefined };
    return { ...each, repetition, conditions: perturbations(repetition, each.example.contract) };
  });
  const phase = (isLoaded: boolean): Promise<(Repeated | undefined)[][]> =>
    Promise.all(
      planned.map(({ example, interpreter, packages, conditions: all }) =>
        Promise.all(
          all.map(async (conditions, index) => {
            if (conditions.load !== isLoaded) return undefined;
            const run = await runScheduled({ example, interpreter, packages, conditions, schedule, sandbox });
            return { run, result: nameConditions(outcome(example, run), index, all.length, conditions) };
          }),
        ),
      ),
    );
  const quiet = await phase(false);
  const loaded = planned.some(({ conditions }) => conditions.some(({ load }) => load))
    ? await underLoad(await emptyEnvironment(first.interpreter), () => phase(true))
    : [];
  return planned.map(({ conditions: _, ...each }, at) => {
    const all = quiet[at]?.flatMap((each, index) => each ?? loaded[at]?.[index] ?? []) ?? [];
    const problems = all.flatMap(({ result }) => result.problems ?? []);
    const outputs = all.flatMap(({ result }) => result.value ?? []);
    const ran = all.map(({ run }) => run);
    return { ...each, runs: ran, result: problems.length > 0 ? fail(...problems) : succeed(outputs) };
  });
}

/** Adds to a problem which run it is of, and its conditions; the plain run needs neither. */
function nameConditions(
  result: Result<PrintedText>,
  index: number,
  runs: number,
  conditions: Perturbation,
): Result<PrintedText> {
  if (result.problems === undefined || index === 0) return result;
  const name = `Run ${index + 1} of ${runs} (${describeConditions(conditions)})`;
  return fail(...result.problems.map(problem => ({ ...problem, title: `${name}: ${problem.title}` })));
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

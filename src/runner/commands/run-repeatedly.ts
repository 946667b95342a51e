import type { Example } from '../../core/example/example.ts';
import { outcome } from '../../core/verdict/run-outcome.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { PrintedText } from '../../core/contract/printed-text.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { emptyEnvironment } from '../python/python-environment.ts';
import { runScheduled } from './run-scheduled.ts';
import { type Perturbation, perturbations, underLoad } from './run-conditions.ts';
import type { Schedule } from '../scheduling/scheduler.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** An example to run many times. */
export interface Repetition {
  readonly example: Example;
  readonly interpreter: Interpreter;
  readonly runs: number;
}

/**
 * Runs each example many times under perturbation: first all runs on a quiet machine, then all under load.
 * Outputs come in the order of the conditions, the plain run first. A run that falls short makes the result
 * its problem.
 */
export async function repeat(
  repetitions: readonly Repetition[],
  schedule: Schedule,
  root: string,
  sandbox?: Sandbox,
): Promise<Result<readonly PrintedText[]>[]> {
  const [first] = repetitions;
  if (first === undefined) return [];
  const all = repetitions.map(({ example, interpreter, runs }) =>
    perturbations(runs, example.contract.cores).map((conditions, index) => ({
      index,
      load: conditions.load,
      start: async (): Promise<RunAttempt> => {
        const run = await runScheduled({ example, interpreter, conditions, schedule, root, sandbox });
        return { index, result: nameConditions(outcome(example, run), index, runs, conditions) };
      },
    })),
  );
  const phase = (isLoaded: boolean): Promise<RunAttempt[][]> =>
    Promise.all(
      all.map(each => Promise.all(each.filter(({ load }) => load === isLoaded).map(({ start }) => start()))),
    );
  const quiet = await phase(false);
  const loaded = all.flat().some(({ load }) => load)
    ? await underLoad(await emptyEnvironment(first.interpreter, root), () => phase(true))
    : [];
  return repetitions.map((_, index) =>
    gather([...(quiet[index] ?? []), ...(loaded[index] ?? [])].toSorted((a, b) => a.index - b.index)),
  );
}

interface RunAttempt {
  readonly index: number;
  readonly result: Result<PrintedText>;
}

function gather(attempts: readonly RunAttempt[]): Result<readonly PrintedText[]> {
  const problems = attempts.flatMap(({ result }) => result.problems ?? []);
  return problems.length > 0
    ? fail(...problems)
    : succeed(attempts.map(({ result }) => result.value as PrintedText));
}

/** Adds to a problem which run it is of, and its conditions; the plain run needs neither. */
function nameConditions(
  result: Result<PrintedText>,
  index: number,
  runs: number,
  conditions: Perturbation,
): Result<PrintedText> {
  if (result.problems === undefined || index === 0) return result;
  return fail(
    ...result.problems.map((problem): Problem => ({
      ...problem,
      title: `Run ${index + 1} of ${runs} (${describeConditions(conditions)}): ${problem.title}`,
    })),
  );
}

function describeConditions({ cores, switchInterval, load, hashSeed }: Perturbation): string {
  return [
    cores === undefined ? 'all cores' : 'one core',
    ...(switchInterval === undefined ? [] : [`switch interval ${switchInterval} s`]),
    ...(load ? ['under load'] : []),
    `hash seed ${hashSeed}`,
  ].join(', ');
}

import type { ReaderTask } from '../../../core/browser/reader-task.ts';
import { type CheckedExamples, findChecked } from '../parts/checked-example.ts';
import type { Exercise } from '../parts/exercise.ts';
import { readerRun } from './reader-runs.ts';

/** What pages fetch to check exercises, by path in the site: what solutions print, and none of their code. */
export function readerTasks(
  exercises: readonly Exercise[],
  examples: CheckedExamples,
): ReadonlyMap<string, string> {
  const tasks = exercises.flatMap(({ check, solution }): [string, string][] => {
    const checked = check === undefined ? undefined : findChecked(examples, solution.id);
    const run = checked && readerRun(checked);
    if (check === undefined || run === undefined) return [];
    const { id, contract, recording } = run;
    const task: ReaderTask = { id, contract, recording };
    return [[check.slice(1), JSON.stringify(task)]];
  });
  return new Map(tasks);
}

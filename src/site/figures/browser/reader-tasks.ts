import type { ReaderRun } from '../../../core/browser/reader-run.ts';
import type { ReaderTask } from '../../../core/browser/reader-task.ts';
import type { Exercise } from '../parts/figure.ts';

/**
 * What pages fetch to check exercises, by path in the site: what solutions print, and none of their code.
 * @param runs of all examples that are verified in the browser
 */
export function readerTasks(
  exercises: readonly Exercise[],
  runs: readonly ReaderRun[],
): readonly (readonly [path: string, text: string])[] {
  return exercises.flatMap(({ check, solution }) => {
    const run = runs.find(({ id }) => id === solution?.id);
    if (check === undefined || run === undefined) return [];
    const { id, contract, recording } = run;
    const task: ReaderTask = { id, contract, recording };
    return [[check.slice(1), JSON.stringify(task)] as const];
  });
}

import type { ReaderOutput, ReaderVerdict } from '../../core/browser/judge-reader-run.ts';
import type { ReaderRun } from '../../core/browser/reader-run.ts';
import type { ReaderTask } from '../../core/browser/reader-task.ts';
import { fetchJson } from './fetch-json.ts';

/** Judges what a run printed. */
export type Judge = (run: ReaderRun, output: ReaderOutput) => Promise<ReaderVerdict>;

/**
 * What judges the runs of a figure: the contract of its example; if an exercise begins with it, that of the
 * solution. What judges is loaded only now.
 */
export function judgeOf(figure: Element): Judge {
  const below = figure.closest('figure')?.nextElementSibling;
  const url = below instanceof HTMLElement ? below.dataset.check : undefined;
  let task: ReaderTask | undefined;
  return async (run, output) => {
    // In this order: the schemas of the contract ask for it as soon as they are there.
    await import('./no-eval.ts');
    const { judgeExercise, judgeReaderRun } = await import('./judges.ts');
    // The id of a variant has a dot: it is what the page shows, and no start.
    if (url === undefined || run.id.includes('.')) return judgeReaderRun(run, output);
    task ??= (await fetchJson(url)) as ReaderTask;
    return judgeExercise(run, task, output);
  };
}

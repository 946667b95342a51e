import type { ReaderOutput, ReaderVerdict } from '../../core/browser/judge-reader-run.ts';
import type { ReaderRun } from '../../core/browser/reader-run.ts';

/** Judges a run by the contract of its example. What judges is loaded only now. */
export async function judgeByContract(run: ReaderRun, output: ReaderOutput): Promise<ReaderVerdict> {
  // In this order: the schemas of the contract ask for it as soon as they are there.
  await import('./no-eval.ts');
  const { judgeReaderRun } = await import('../../core/browser/judge-reader-run.ts');
  return judgeReaderRun(run, output);
}

import { GAP } from '../text/diff.ts';
import { judgeReaderRun, type ReaderOutput, type ReaderVerdict } from './judge-reader-run.ts';
import type { ReaderRun } from './reader-run.ts';
import type { ReaderTask } from './reader-task.ts';

/** A line of a difference that begins with it is none of the output. */
const GAP_START = GAP.trimEnd().slice(1);

const RIGHT = 'Right: it prints what the solution prints.';

/**
 * Judges what a reader's version of an exercise printed, by the contract of its solution.
 * @param run the start of the exercise
 */
export function judgeExercise(run: ReaderRun, task: ReaderTask, output: ReaderOutput): ReaderVerdict {
  const { contract, recording } = task;
  const verdict = judgeReaderRun({ ...run, contract, recording }, output);
  if (verdict.kind === 'same' || verdict.kind === 'permitted') return { ...verdict, words: RIGHT };
  if (verdict.kind === 'error' && verdict.exception !== undefined) return verdict;
  if (output.exit !== contract.exit)
    return {
      kind: 'different',
      words: `Not yet. It ends with exit code ${output.exit}; the solution ends with ${contract.exit}.`,
    };
  const { words, difference } = { difference: undefined, ...verdict };
  if (difference === undefined) return { kind: 'different', words: `Not yet. ${words}` };
  return {
    kind: 'different',
    words: 'Not yet. This is the first difference.',
    difference: firstDifference(difference),
    isFromSolution: true,
  };
}

/** The first line that is to be there, and the one that is there in its place: the reader finds the rest. */
function firstDifference(difference: string): string {
  const lines = difference.split('\n');
  const first = lines.findIndex(line => /^[-+]/.test(line));
  if (first === -1) return difference;
  const gap = lines.findIndex((line, index) => index > first && line.startsWith(GAP_START));
  const rest = lines.slice(first, gap === -1 ? undefined : gap);
  const pair = ['-', '+'].flatMap(sign => {
    const at = rest.findIndex(line => line.startsWith(sign) || line.startsWith(' '));
    if (at === -1) return [];
    // The note that a line has no line feed follows it.
    const note = rest[at + 1]?.startsWith('\\') ? [rest[at + 1] ?? ''] : [];
    return [`${sign}${rest[at]?.slice(1)}`, ...note];
  });
  return pair.join('\n');
}

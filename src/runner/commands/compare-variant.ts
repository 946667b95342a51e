import { countPermitted, sameOutputProblem } from '../../core/variant/check-difference.ts';
import { originalOf } from '../../core/example/example.ts';
import { checkWatched } from '../../core/verdict/watched/check-watched.ts';
import type { PrintedText } from '../../core/printed-text.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { tagOf } from '../../core/python-version.ts';
import { recordingFor, trusted } from '../../core/verdict/recording.ts';
import type { RepeatedRuns } from './run-repeatedly.ts';

/** How often a variant differed from what its original may print. */
interface Differing {
  /** Runs that differed. */
  readonly differed: number;
  /** Set unless all of them differed. */
  readonly problem?: Problem | undefined;
}

/** Compares what was printed while an example was watched with what it prints otherwise. */
export function compareWatched(repeated: RepeatedRuns, all: readonly RepeatedRuns[]): Problem | undefined {
  if (repeated.example.watched === undefined || repeated.result.value === undefined) return undefined;
  const original = originalOutput(repeated, all);
  return repeated.result.value
    .map(output => checkWatched(repeated.example, output, original))
    .find(problem => problem !== undefined);
}

/** What the original of a variant, or of a timeline, printed just now; if it did not run, its recording. */
function originalOutput(
  { example, interpreter, originals }: RepeatedRuns,
  all: readonly RepeatedRuns[],
): PrintedText | undefined {
  const { id } = originalOf(example);
  const now = all.find(each => each.example.id === id && each.interpreter === interpreter);
  return now?.result.value?.[0] ?? trusted(originals && recordingFor(originals, tagOf(interpreter)));
}

/**
 * Compares the runs of a variant with its original: with what that printed just now, or else with its
 * recording. Undefined for an example that is no variant, or if there is neither.
 */
export function compareVariant(repeated: RepeatedRuns, all: readonly RepeatedRuns[]): Differing | undefined {
  const { runs } = repeated;
  const { variant } = repeated.example;
  const outputs = repeated.result.value;
  if (variant === undefined || outputs === undefined) return undefined;
  const original = originalOutput(repeated, all);
  if (original === undefined) return undefined;
  const count = countPermitted(variant, original, outputs, runs);
  const printed = outputs[0] ?? original;
  const problem = sameOutputProblem(variant, printed, { count, runs: outputs.length });
  return { differed: outputs.length - count, problem: count === 0 ? undefined : problem };
}

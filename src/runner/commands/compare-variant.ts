import { countPermitted, sameOutputProblem } from '../../core/variant/check-difference.ts';
import { checkWatched } from '../../core/verdict/watched/check-watched.ts';
import type { PrintedText } from '../../core/printed-text.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { tagOf } from '../../core/python-version.ts';
import { isAuthentic, recordingFor, trusted } from '../../core/verdict/recording.ts';
import type { RepeatedRuns } from './run-repeatedly.ts';

/** How often a variant differed from what its original may print. */
interface Differing {
  /** Runs that differed. */
  readonly differed: number;
  /** Set unless all of them differed. */
  readonly problem?: Problem | undefined;
}

/** Compares what was printed while an example was watched with what it prints otherwise. */
export function compareWatched(
  { example, interpreter, originals, result }: RepeatedRuns,
  all: readonly RepeatedRuns[],
): Problem | undefined {
  const { watched } = example;
  if (watched === undefined || result.value === undefined) return undefined;
  const now = all.find(each => each.example.id === watched.of.id && each.interpreter === interpreter);
  const recording = originals && recordingFor(originals, tagOf(interpreter));
  const original = now?.result.value?.[0] ?? trusted(recording);
  return result.value
    .map(output => checkWatched(example, output, original))
    .find(problem => problem !== undefined);
}

/**
 * Compares the runs of a variant with its original: with what that printed just now, or else with its
 * recording. Undefined for an example that is no variant, or if there is neither.
 */
export function compareVariant(
  { example: { variant }, interpreter, originals, runs, result }: RepeatedRuns,
  all: readonly RepeatedRuns[],
): Differing | undefined {
  const outputs = result.value;
  if (variant === undefined || outputs === undefined) return undefined;
  const now = all.find(each => each.example.id === variant.of.id && each.interpreter === interpreter);
  const recording = originals && recordingFor(originals, tagOf(interpreter));
  const original: PrintedText | undefined =
    now?.result.value?.[0] ?? (isAuthentic(recording) ? recording : undefined);
  if (original === undefined) return undefined;
  const count = countPermitted(variant, original, outputs, runs);
  const printed = outputs[0] ?? original;
  const problem = sameOutputProblem(variant, printed, { count, runs: outputs.length });
  return { differed: outputs.length - count, problem: count === 0 ? undefined : problem };
}

import { artifactDifferences } from '../artifacts/compare-artifacts.ts';
import { permits, promiseOf } from '../contract/compare.ts';
import { expectedExit } from '../contract/tables/expected-exit.ts';
import { type PrintedText, STREAMS } from '../printed-text.ts';
import type { VariantFacts } from '../example/example.ts';
import type { Problem } from '../problems/problem.ts';

/** What of a run, besides its output, shows that a variant differs. */
interface RunEnd {
  readonly exitCode?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly underContention?: boolean | undefined;
}

/** Whether the contract of the original permits what its variant did in the place of its recording. */
export function isPermitted(
  { of: { contract } }: VariantFacts,
  recorded: PrintedText,
  printed: PrintedText,
  { exitCode, durationMs, underContention }: RunEnd = {},
): boolean {
  const { min = 0, max = Number.POSITIVE_INFINITY } = contract.elapsed ?? {};
  const seconds = durationMs === undefined ? undefined : durationMs / 1000;
  if (exitCode !== undefined && exitCode !== expectedExit(contract)) return false;
  if (seconds !== undefined && (seconds < min || seconds > max)) return false;
  if (artifactDifferences(recorded.artifacts, printed.artifacts, contract.artifacts).length > 0) return false;
  return STREAMS.every(stream =>
    permits(recorded[stream] ?? '', printed[stream] ?? '', promiseOf(contract, stream, underContention)),
  );
}

/** In how many of its runs a variant did what its original may do. */
export function countPermitted(
  variant: VariantFacts,
  recorded: PrintedText,
  outputs: readonly PrintedText[],
  runs: readonly RunEnd[],
): number {
  return outputs.filter((output, index) => isPermitted(variant, recorded, output, runs[index])).length;
}

/** Lines of an output that a message shows. */
const MAX_LINES = 10;

/**
 * The problem of a variant whose output the original could have printed: the page says that the change
 * matters, and no run shows it.
 * @param seen in how many of its runs it did so; absent if there was one
 */
export function sameOutputProblem(
  { of: original }: VariantFacts,
  printed: PrintedText,
  seen?: { readonly count: number; readonly runs: number },
): Problem {
  const often =
    seen === undefined || seen.count === seen.runs ? '' : `, in ${seen.count} of ${seen.runs} runs`;
  const lines = printed.out.split('\n').slice(0, MAX_LINES);
  return {
    file: original.file,
    title: `It prints what the example may print as written${often}: no run shows that the change matters.`,
    detail: lines
      .map(line => `    ${line}`)
      .join('\n')
      .trimEnd(),
    remedy:
      'Force the fault in the sample itself, and keep that in both: a seam between read and write, or a ' +
      'barrier with a timeout that must break. Or tighten order and mask.',
  };
}

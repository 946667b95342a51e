import { artifactEnding } from '../artifacts/artifact-kind.ts';
import type { OutputContract } from './contract-schema.ts';
import { type DocumentForm, resolutionOf } from './tables/timeline-table.ts';
import { applyMasks, outOfBounds, showMasked, withoutBounds } from './masks/mask.ts';
import { pull } from './order.ts';
import { unlikeOutcomes } from './tables/outcomes.ts';
import type { PrintedText, Stream } from '../printed-text.ts';
import { type Difference, difference } from '../text/diff.ts';
import { splitLines } from '../text/lines.ts';
import { compareTimelines } from '../timeline/compare-timelines.ts';
import { parseTimeline } from '../timeline/format-timeline.ts';

/** Whether a contract can promise a stream in another order than the recorded one: only stdout. */
export function mayReorder(stream: Stream): boolean {
  return stream === 'out';
}

/** The contract as it holds for one stream of a run. Bounds hold only for a run that had its cores. */
export function promiseOf<T extends OutputContract>(contract: T, stream: Stream, underContention = false): T {
  return {
    ...contract,
    order: mayReorder(stream) ? contract.order : 'exact',
    mask: underContention ? contract.mask.map(withoutBounds) : contract.mask,
    // Only what stands for the output is a document.
    form: stream === 'out' ? contract.form : undefined,
    ...(underContention ? { isUnmeasured: true } : {}),
  };
}

/** Whether a contract permits nothing but the recorded bytes. */
export function promisesEveryByte({ order, mask, form, artifacts = {} }: OutputContract): boolean {
  const isByPixels = Object.keys(artifacts).some(name => artifactEnding(name) === 'png');
  return order === 'exact' && mask.length === 0 && form === undefined && !isByPixels;
}

/** What differs between an output and its recording, except what the contract permits. */
interface Comparison {
  readonly difference?: Difference | undefined;
  /** Measured numbers outside their bounds, each as a sentence. */
  readonly outOfBounds: readonly string[];
}

/** Pulls the actual output towards the recording as far as the contract permits, then asks for equality. */
export function compare(recorded: string, actual: string, contract: OutputContract): Comparison {
  if (contract.form !== undefined) return compareDocuments(recorded, actual, contract, contract.form);
  const { order, mask } = contract;
  const [before, after] = [splitLines(recorded), splitLines(actual)];
  const { lines } = applyMasks(before.lines, mask);
  const masked = applyMasks(after.lines, mask);
  const pulled = pull(lines, masked.lines, order);
  return {
    difference: difference({ ...before, lines }, { ...after, lines: pulled }, showMasked),
    outOfBounds: outOfBounds(masked, mask),
  };
}

/** The same for recordings that are no output. */
function compareDocuments(
  recorded: string,
  actual: string,
  contract: OutputContract,
  form: DocumentForm,
): Comparison {
  if (form === 'outcomes') {
    const { outcomes, mask } = contract;
    const text = outcomes && unlikeOutcomes(recorded, actual, outcomes, mask);
    return { difference: text === undefined ? undefined : { text, line: 1 }, outOfBounds: [] };
  }
  const [before, now] = [recorded, actual].map(parseTimeline);
  if (before === undefined || now === undefined)
    return { difference: { text: 'The recording holds no timeline.', line: 1 }, outOfBounds: [] };
  const masked = (line: string): string => applyMasks([line], contract.mask).lines.join('');
  const { structure, lengths } = compareTimelines(before, now, {
    resolution: resolutionOf(contract),
    masked,
  });
  const difference = structure === undefined ? undefined : { text: structure, line: 1 };
  return { difference, outOfBounds: contract.isUnmeasured === true ? [] : lengths };
}

/** Whether the contract permits `actual` in the place of `recorded`. */
export function permits(recorded: string, actual: string, contract: OutputContract): boolean {
  const { difference, outOfBounds } = compare(recorded, actual, contract);
  return difference === undefined && outOfBounds.length === 0;
}

/** Compares one stream of an output with the recorded one. A stream that is absent is empty. */
export function compareStream(
  stream: Stream,
  recorded: PrintedText,
  actual: PrintedText,
  contract: OutputContract,
): Comparison {
  const promised = promiseOf(contract, stream, actual.underContention);
  return compare(recorded[stream] ?? '', actual[stream] ?? '', promised);
}

import type { OutputContract } from './contract-schema.ts';
import { applyMasks, compileMask, outOfBounds, showMasked, withoutBounds } from './mask.ts';
import { commutation, lineKey, pull, stageOf } from './order.ts';
import { type PrintedText, type Stream, STREAMS } from './printed-text.ts';
import { type Difference, difference } from '../text/diff.ts';
import { splitLines } from '../text/lines.ts';

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
  };
}

/** Whether a contract permits nothing but the recorded bytes. */
export function promisesEveryByte({ order, mask }: OutputContract): boolean {
  return order === 'exact' && mask.length === 0;
}

/** What differs between an output and its recording, except what the contract permits. */
interface Comparison {
  readonly difference?: Difference | undefined;
  /** Measured numbers outside their bounds, each as a sentence. */
  readonly outOfBounds: readonly string[];
}

/** Pulls the actual output towards the recording as far as the contract permits, then asks for equality. */
export function compare(recorded: string, actual: string, { order, mask }: OutputContract): Comparison {
  const [before, after] = [splitLines(recorded), splitLines(actual)];
  const { lines } = applyMasks(before.lines, mask);
  const masked = applyMasks(after.lines, mask);
  const pulled = pull(lines, masked.lines, commutation(order));
  return {
    difference: difference({ ...before, lines }, { ...after, lines: pulled }, showMasked),
    outOfBounds: outOfBounds(masked, mask),
  };
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

/** A part of a contract that means nothing for an output: its key, and the reason as half a sentence. */
interface UnfitKey {
  readonly key: 'mask' | 'order';
  readonly reason: string;
}

/** The keys of a contract that mean nothing for an output: such a contract was not thought through. */
export function unfitKeys(output: PrintedText, contract: OutputContract): UnfitKey[] {
  const streams = STREAMS.map(stream => {
    const promised = promiseOf(contract, stream);
    return { promised, masked: applyMasks(splitLines(output[stream] ?? '').lines, promised.mask) };
  });
  const used = new Set(streams.flatMap(({ masked }) => masked.spans.map(({ mask }) => mask)));
  const unused = contract.mask.filter((_, index) => !used.has(index));
  const masks = [
    ...unused.map(mask => `the mask "${compileMask(mask).name}" matches nothing in the output`),
    ...streams.flatMap(({ promised, masked }) => outOfBounds(masked, promised.mask)),
  ];
  const orders = streams.flatMap(({ promised, masked }) => unfitOrder(masked.lines, promised.order));
  return [
    ...masks.map(reason => ({ key: 'mask' as const, reason })),
    ...orders.map(reason => ({ key: 'order' as const, reason })),
  ];
}

function unfitOrder(lines: readonly string[], order: OutputContract['order']): string[] {
  if (order === 'exact') return [];
  if (lines.length < 2)
    return [`the output has ${lines.length === 0 ? 'no line' : 'one line'}, so it has no order to speak of`];
  if (order === 'any') return [];
  const { stages, key = '' } = order;
  if (stages !== undefined) return unfitStages(lines, stages);
  return lines
    .filter(line => lineKey(line, key) === undefined)
    .map(line => `no key in the line "${showMasked(line)}"`);
}

function unfitStages(lines: readonly string[], stages: readonly string[]): string[] {
  const staged = lines.map(line => ({ line: showMasked(line), stage: stageOf(line, stages) }));
  const early = staged.filter(({ stage }, index) => stage >= 0 && stage < (staged[index - 1]?.stage ?? -1));
  return [
    ...staged.filter(({ stage }) => stage === -1).map(({ line }) => `no stage takes the line "${line}"`),
    ...early.map(({ line }) => `the line "${line}" comes after a line of a later stage`),
    ...stages
      .filter((_, index) => !staged.some(({ stage }) => stage === index))
      .map(glob => `the stage "${glob}" takes no line`),
  ];
}

import { splitLines } from '../text/lines.ts';
import { promiseOf } from './compare.ts';
import type { OutputContract } from './contract-schema.ts';
import { applyMasks, compileMask, outOfBounds, showMasked } from './mask.ts';
import { lineKey, stageOf } from './order.ts';
import { type PrintedText, STREAMS } from './printed-text.ts';

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

import { splitLines } from '../../text/lines.ts';
import { applyMasks } from '../mask.ts';
import type { Mask } from '../mask-schema.ts';
import type { LineOrder } from '../order.ts';
import { inferMasks } from './infer-masks.ts';
import { inferOrder } from './infer-order.ts';

/** The tightest contract that some outputs of one example satisfy. */
interface InferredContract {
  readonly order: LineOrder;
  /** Masks to add to the contract's own. */
  readonly masks: readonly Mask[];
}

/** Finds the tightest contract that fits some outputs; undefined if masks cannot explain the differences. */
export function inferContract(
  outputs: readonly string[],
  own: readonly Mask[],
): InferredContract | undefined {
  const split = outputs.map(splitLines);
  // No contract can vary the last line feed.
  if (new Set(split.map(({ closed }) => closed)).size > 1) return undefined;
  const lines = split.map(output => output.lines);
  const masks = inferMasks(lines, own);
  if (masks === undefined) return undefined;
  return { order: inferOrder(lines.map(each => applyMasks(each, [...own, ...masks]).lines)), masks };
}

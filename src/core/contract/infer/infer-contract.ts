import { splitLines } from '../../text/lines.ts';
import { applyMasks, type MaskContract } from '../mask.ts';
import type { Mask } from '../mask-schema.ts';
import type { LineOrder } from '../order-schema.ts';
import { inferMasks } from './infer-masks.ts';
import { inferOrder } from './infer-order.ts';

/** The tightest contract that some outputs of one example satisfy. */
export interface InferredContract {
  readonly order: LineOrder;
  /** Masks to add to the contract's own. */
  readonly masks: readonly Mask[];
}

/** Finds the tightest contract that fits some outputs; undefined if masks cannot explain the differences. */
export function inferContract(
  outputs: readonly string[],
  contract: MaskContract,
): InferredContract | undefined {
  // No contract can vary the last line feed.
  if (new Set(outputs.map(output => splitLines(output).closed)).size > 1) return undefined;
  const masks = inferMasks(outputs, contract);
  if (masks === undefined) return undefined;
  const mask = [...contract.mask, ...masks];
  const order = inferOrder(outputs.map(output => applyMasks(splitLines(output).lines, { mask }).lines));
  return { order, masks };
}

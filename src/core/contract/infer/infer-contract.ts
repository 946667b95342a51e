import type { Contract } from '../contract-schema.ts';
import type { LineOrder } from '../order-schema.ts';
import { splitLines } from '../../text/lines.ts';
import { applyMasks } from '../mask.ts';
import { inferMasks, type MaskAdvice } from './infer-masks.ts';
import { inferOrder } from './infer-order.ts';

/** The tightest contract that some outputs of one example satisfy. */
export interface InferredContract {
  readonly order: LineOrder;
  /** Masks to add to the contract's own. */
  readonly masks: readonly MaskAdvice[];
}

/** Finds the tightest contract that fits what was seen; undefined when the outputs differ in more than a mask can say. */
export function inferContract(
  outputs: readonly string[],
  contract: Pick<Contract, 'mask'>,
): InferredContract | undefined {
  // No contract says whether the last line ends.
  if (new Set(outputs.map(output => splitLines(output).closed)).size > 1) return undefined;
  const masks = inferMasks(outputs, contract);
  if (masks === undefined) return undefined;
  const mask = [...contract.mask, ...masks];
  const order = inferOrder(outputs.map(output => applyMasks(splitLines(output).lines, { mask }).lines));
  return { order, masks };
}

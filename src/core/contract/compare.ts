import type { Contract } from './contract-schema.ts';
import { type Difference, difference } from '../text/diff.ts';
import { splitLines } from '../text/lines.ts';
import { applicable, applyMasks, isBounded, outOfBounds, showMasked } from './mask.ts';
import { commutation, keyOf, pull, stageOf } from './order.ts';

type Promised = Pick<Contract, 'order' | 'mask'>;

/** The contract as it holds for one stream of a run: order is promised of stdout alone, and bounds only of a run that had its cores. */
export function promiseOf<T extends Promised>(contract: T, stream: 'out' | 'err', disturbed?: boolean): T {
  const applied = applicable(contract, disturbed);
  return stream === 'out' ? applied : { ...applied, order: 'exact' };
}

/** How an output stands to its recording: nothing but what the contract does not permit. */
export interface Comparison {
  readonly difference?: Difference | undefined;
  /** Measured numbers outside their bounds, each as a sentence. */
  readonly outOfBounds: readonly string[];
}

/** Pulls the actual output towards the recording where the contract permits, then asks for plain equality. */
export function compare(recorded: string, actual: string, contract: Promised): Comparison {
  // Most outputs are the recording; then only what was measured is left to judge.
  if (recorded === actual && !contract.mask.some(isBounded)) return { outOfBounds: [] };
  const [before, after] = [splitLines(recorded), splitLines(actual)];
  const [maskedBefore, maskedAfter] = [applyMasks(before.lines, contract), applyMasks(after.lines, contract)];
  const pulled = pull(maskedBefore.lines, maskedAfter.lines, commutation(contract.order));
  return {
    difference: difference({ ...before, lines: maskedBefore.lines }, { ...after, lines: pulled }, showMasked),
    outOfBounds: outOfBounds(maskedAfter, contract),
  };
}

/** Whether the contract permits `actual` in the place of `recorded`. */
export function permits(recorded: string, actual: string, contract: Promised): boolean {
  const { difference: found, outOfBounds: beyond } = compare(recorded, actual, contract);
  return found === undefined && beyond.length === 0;
}

/** What does not fit in a contract: the key that says it, and half a sentence. */
export interface Misfit {
  readonly key: 'mask' | 'order';
  readonly says: string;
}

/**
 * What is wrong with a contract, seen from an output that it is about. A contract that says
 * more than the output has in it is a contract nobody has thought through. Order is promised of stdout alone.
 */
export function misfits(out: string, err: string | undefined, contract: Promised): Misfit[] {
  if (contract.mask.length === 0 && contract.order === 'exact') return [];
  const masked = [out, err ?? ''].map(text => applyMasks(splitLines(text).lines, contract));
  const names = contract.mask.map(mask => (typeof mask === 'string' ? mask : mask.name));
  const idle = names.filter((_, mask) =>
    masked.every(({ spans }) => spans.every(span => span.mask !== mask)),
  );
  const beyond = masked.flatMap(each => outOfBounds(each, contract));
  return [
    ...[...idle.map(name => `the mask "${name}" matches nothing in the output`), ...beyond].map(
      says => ({ key: 'mask', says }) as const,
    ),
    ...orderMisfits(masked[0]?.lines ?? [], contract).map(says => ({ key: 'order', says }) as const),
  ];
}

function orderMisfits(lines: readonly string[], { order }: Promised): string[] {
  if (order === 'exact') return [];
  if (lines.length < 2)
    return [`the output has ${lines.length === 0 ? 'no line' : 'one line'}, so it has no order to speak of`];
  if (order === 'any') return [];
  const { stages, key } = order;
  if (stages === undefined)
    return lines
      .filter(line => keyOf(line, key ?? '') === undefined)
      .map(line => `no key in the line "${showMasked(line)}"`);
  const stage = lines.map(line => stageOf(line, stages));
  const unmatched = lines
    .filter((_, index) => stage[index] === -1)
    .map(line => `no stage takes the line "${showMasked(line)}"`);
  const early = lines.filter(
    (_, index) => index > 0 && (stage[index] ?? 0) >= 0 && (stage[index] ?? 0) < (stage[index - 1] ?? 0),
  );
  const idle = stages
    .filter((_, index) => !stage.includes(index))
    .map(glob => `the stage "${glob}" takes no line`);
  return [
    ...unmatched,
    ...early.map(line => `the line "${showMasked(line)}" comes after a line of a later stage`),
    ...idle,
  ];
}

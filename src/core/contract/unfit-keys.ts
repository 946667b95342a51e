import { permitsBlank } from '../artifacts/blank-picture.ts';
import { splitLines } from '../text/lines.ts';
import { promiseOf } from './compare.ts';
import type { OutputContract } from './contract-schema.ts';
import { maskLine, orderLine } from './describe-contract.ts';
import { applyMasks, compileMask, isBounded, type Mask, outOfBounds, showMasked } from './masks/mask.ts';
import { formProblem } from './masks/mask-form.ts';
import { type NamedMask, NAMED_MASKS } from './masks/named-masks.ts';
import { tighterMask } from './masks/suggest-mask.ts';
import { lineKey, stageOf, swaps } from './order.ts';
import { type PrintedText, STREAMS } from '../printed-text.ts';

/** A part of a contract that promises nothing of an output: its key, and the reason as half a sentence. */
interface UnfitKey {
  readonly key: 'mask' | 'order' | 'artifacts';
  readonly reason: string;
  /** The line to paste that promises something. */
  readonly remedy?: string | undefined;
}

const HIDES_EVERYTHING: UnfitKey = {
  key: 'mask',
  reason: 'its masks hide all of the output, so nothing can fail',
  remedy: 'Set min and max of a mask, or print something that stays the same.',
};

const REMOVE_ORDER = 'Remove order from the block.';
const NAMES = Object.keys(NAMED_MASKS) as readonly NamedMask[];

/** Lines that a message names of those that have one fault. */
const MAX_NAMED = 10;

/**
 * The keys of a contract that mean nothing for an output, or under which nothing of it can fail.
 * @param printed the output that proposals are made from, since a recording may be edited
 */
export function unfitKeys(
  output: PrintedText,
  contract: OutputContract,
  printed: PrintedText = output,
): readonly UnfitKey[] {
  if (contract.form === 'timeline') return [];
  const files = Object.entries(contract.artifacts ?? {}).flatMap(([name, { threshold }]) =>
    permitsBlank(output.artifacts?.get(name), threshold) ? unfitThreshold(name, threshold) : [],
  );
  if (contract.form === 'outcomes') {
    // Masks have to fit what may be printed: the recording only counts it.
    const out = contract.outcomes?.table.map(({ prints }) => prints).join('\n') ?? '';
    return unfitKeys({ out }, { ...contract, form: undefined });
  }
  const streams = maskedStreams(output, contract);
  const used = new Set(streams.flatMap(({ masked }) => masked.spans.map(({ mask }) => mask)));
  const unused = contract.mask.filter((_, index) => !used.has(index));
  const masks = [
    ...unused.map(mask => ({
      reason: `the mask "${compileMask(mask).name}" matches nothing in the output`,
      remedy: otherMask(mask, contract, output),
    })),
    ...streams
      .flatMap(({ promised, masked }) => outOfBounds(masked, promised.mask))
      .map(reason => ({ reason })),
  ];
  return [
    ...files,
    ...formless(contract, printed),
    ...(hidesEverything(output, contract) ? [HIDES_EVERYTHING] : []),
    ...masks.slice(0, MAX_NAMED).map(each => ({ key: 'mask' as const, ...each })),
    ...streams
      .flatMap(({ promised, masked }) => unfitOrder(masked.lines, promised.order))
      .slice(0, MAX_NAMED),
  ];
}

function unfitThreshold(name: string, threshold: number): UnfitKey {
  const reason = `the threshold ${threshold} permits an empty picture in the place of ${name}`;
  return { key: 'artifacts', reason, remedy: 'Remove the threshold, or make it smaller: threshold = 0.1' };
}

/** The line with the mask of a name that was most likely meant, in place of one that matches nothing. */
function otherMask(wrong: Mask, { mask: masks }: OutputContract, output: PrintedText): string | undefined {
  if (typeof wrong !== 'string') return undefined;
  const index = masks.indexOf(wrong);
  const right = NAMES.filter(name => !masks.includes(name))
    .map(name => masks.with(index, name))
    .find(mask =>
      maskedStreams(output, { order: 'exact', mask }).some(({ masked }) =>
        masked.spans.some(span => span.mask === index),
      ),
    );
  return right && `This one does:\n# ${maskLine(right)}`;
}

/** Whether a contract with other masks is as fit for an output as it was: no proposal may be refused. */
export function masksPromise(output: PrintedText, contract: OutputContract, mask: readonly Mask[]): boolean {
  const before = new Set(unfitKeys(output, contract).map(({ reason }) => reason));
  const after = unfitKeys(output, { ...contract, mask: [...mask] });
  return after.every(({ key, reason }) => key !== 'mask' || before.has(reason));
}

function maskedStreams(output: PrintedText, contract: OutputContract) {
  return STREAMS.map(stream => {
    const promised = promiseOf(contract, stream);
    return { promised, masked: applyMasks(splitLines(output[stream] ?? '').lines, promised.mask) };
  });
}

/** Masks that could hide any text, each with one that has the form of what it hides. */
function formless(contract: OutputContract, printed: PrintedText): UnfitKey[] {
  const problems = contract.mask.map(formProblem);
  if (problems.every(problem => problem === undefined)) return [];
  const spans = maskedStreams(printed, contract).flatMap(({ masked }) => masked.spans);
  const tightened = contract.mask.map((mask, index): Mask => {
    const hidden = spans.flatMap(span => (span.mask === index ? span.text : []));
    return problems[index] === undefined || typeof mask === 'string'
      ? mask
      : (tighterMask(mask, hidden) ?? mask);
  });
  const isMended = tightened.every(mask => formProblem(mask) === undefined);
  const remedy = isMended
    ? `Let it take the form of what it hides:\n# ${maskLine(tightened)}`
    : String.raw`Write the form of what it hides: \d+, 0x[0-9a-f]+, (?:one|two); or set min and max.`;
  return problems.flatMap(reason => (reason === undefined ? [] : { key: 'mask' as const, reason, remedy }));
}

/** Whether masks without bounds leave no letter and no digit of an output to compare. */
function hidesEverything(output: PrintedText, contract: OutputContract): boolean {
  const loose = contract.mask.filter(mask => !isBounded(mask));
  if (loose.length === 0) return false;
  const lines = maskedStreams(output, { ...contract, mask: loose }).flatMap(({ masked }) => masked.lines);
  return lines.length > 0 && !lines.some(line => /[\p{L}\p{N}]/u.test(line.replaceAll(/\0[^\0]*\0/g, '')));
}

function unfitOrder(lines: readonly string[], order: OutputContract['order']): UnfitKey[] {
  if (order === 'exact') return [];
  const reasons = misfits(lines, order);
  const remedy = lines.length < 2 ? REMOVE_ORDER : undefined;
  if (reasons.length > 0) return reasons.map(reason => ({ key: 'order' as const, reason, remedy }));
  const [declared, all] = [swaps(lines, order), swaps(lines, 'any')];
  if (all === 0) {
    const reason = 'all lines of the output are equal, so they have no order';
    return [{ key: 'order', reason, remedy: REMOVE_ORDER }];
  }
  if (order === 'any' || declared < all) return [];
  const reason = 'its order lets all lines swap, so its stages or its key promise nothing';
  return [{ key: 'order', reason, remedy: `Mend it, or say so:\n# ${orderLine('any')}` }];
}

function misfits(lines: readonly string[], order: Exclude<OutputContract['order'], 'exact'>): string[] {
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
  const taken = new Set(staged.map(({ stage }) => stage));
  return [
    ...staged.filter(({ stage }) => stage === -1).map(({ line }) => `no stage takes the line "${line}"`),
    ...early.map(({ line }) => `the line "${line}" comes after a line of a later stage`),
    ...stages.filter((_, index) => !taken.has(index)).map(glob => `the stage "${glob}" takes no line`),
  ];
}

import type { Contract } from '../contract-schema.ts';
import { compare, misfits, promiseOf } from '../compare.ts';
import { maskLine, orderLine } from '../describe-contract.ts';
import { type InferredContract, inferContract } from './infer-contract.ts';
import { swaps } from './infer-order.ts';
import { splitLines } from '../../text/lines.ts';
import { applyMasks, compileMask } from '../mask.ts';
import { commutation } from '../order.ts';
import type { PrintedText } from '../../verdict/run.ts';

/** What many runs say of a contract. */
export interface ContractAssessment {
  readonly kind: 'holds' | 'too tight' | 'too loose' | 'does not fit';
  /** How many different outputs the runs gave, streams taken together. */
  readonly distinct: number;
  /** What was seen: a diff of what varied, or what never did. */
  readonly detail?: string | undefined;
  /** The lines for the metadata block that fit what was seen; or what else to do. */
  readonly remedy?: string | undefined;
}

/** Judges a contract by outputs of one example: the first is what the others are compared with. */
export function assessContract(outputs: readonly PrintedText[], contract: Contract): ContractAssessment {
  return {
    distinct: countDistinct(outputs),
    ...(tooTight(outputs, contract) ??
      tooLoose(
        outputs.map(({ out }) => out),
        contract,
      ) ?? { kind: 'holds' as const }),
  };
}

/** How many different outputs there are, streams taken together. */
export function countDistinct(outputs: readonly PrintedText[]): number {
  return new Set(outputs.map(({ out, err }) => JSON.stringify([out, err]))).size;
}

type AssessmentDetail = Omit<ContractAssessment, 'distinct'>;

function tooTight(outputs: readonly PrintedText[], contract: Contract): AssessmentDetail | undefined {
  const [first, ...others] = outputs;
  if (first === undefined) return undefined;
  for (const { out, err, underContention } of others) {
    const stdout = compare(first.out, out, promiseOf(contract, 'out', underContention));
    const stderr = compare(first.err ?? '', err ?? '', promiseOf(contract, 'err', underContention));
    const beyond = [...stdout.outOfBounds, ...stderr.outOfBounds];
    const detail = stdout.difference?.text ?? stderr.difference?.text ?? beyond.join('\n');
    if (detail === '') continue;
    if (stdout.difference !== undefined)
      return {
        kind: 'too tight',
        detail,
        remedy: advice(
          outputs.map(output => output.out),
          contract,
        ),
      };
    if (stderr.difference !== undefined)
      return {
        kind: 'too tight',
        detail,
        remedy: stderrAdvice(
          outputs.map(output => output.err ?? ''),
          contract,
        ),
      };
    return { kind: 'too tight', detail, remedy: 'Widen the bounds, or give the sample more to measure.' };
  }
  const complaints = misfits(first.out, first.err, contract);
  return complaints.length === 0
    ? undefined
    : {
        kind: 'does not fit',
        detail: complaints.map(({ says }) => says).join('\n'),
        remedy: 'Mend the contract in the metadata block.',
      };
}

/** The lines to paste that make the outputs one, or what to do where no contract does. */
export function advice(outputs: readonly string[], contract: Contract): string {
  return describe(inferContract(outputs, contract), contract);
}

/** Order is promised of stdout alone: where that of stderr varies, no contract fits. */
function stderrAdvice(outputs: readonly string[], contract: Contract): string {
  const found = inferContract(outputs, contract);
  return describe(found?.order === 'exact' ? { ...found, order: contract.order } : undefined, contract);
}

function describe(found: InferredContract | undefined, contract: Contract): string {
  if (found === undefined)
    return 'No contract fits: make the sample repeat, for example random.seed(1), or a lock or an event where threads race.';
  const masks = found.masks.length === 0 ? [] : [maskLine([...contract.mask, ...found.masks])];
  const order = found.order === contract.order ? [] : [orderLine(found.order)];
  const seed = found.masks.length === 0 ? '' : '\nOr make the value repeat, for example: random.seed(1)';
  return `The tightest contract that fits what was seen:\n${[...masks, ...order].map(line => `# ${line}`).join('\n')}${seed}`;
}

function tooLoose(outputs: readonly string[], contract: Contract): AssessmentDetail | undefined {
  return looseOrder(outputs, contract) ?? looseMask(outputs, contract);
}

function looseOrder(outputs: readonly string[], contract: Contract): AssessmentDetail | undefined {
  if (contract.order === 'exact') return undefined;
  const tightest = inferContract(outputs, contract);
  const lines = applyMasks(splitLines(outputs[0] ?? '').lines, contract).lines;
  const [declared, seen] = [
    swaps(lines, commutation(contract.order)),
    swaps(lines, commutation(tightest?.order ?? contract.order)),
  ];
  if (tightest === undefined || seen >= declared) return undefined;
  const detail =
    tightest.order === 'exact'
      ? 'The order was the same in every run.'
      : `The contract lets ${declared} pairs of lines swap; only ${seen} of them had to.`;
  return {
    kind: 'too loose',
    detail,
    remedy: tightest.order === 'exact' ? 'Remove order from the block.' : `# ${orderLine(tightest.order)}`,
  };
}

/** A mask without bounds whose spans are the same in every run hides a line that could be checked. */
function looseMask(outputs: readonly string[], contract: Contract): AssessmentDetail | undefined {
  const masked = outputs.map(output => applyMasks(splitLines(output).lines, contract));
  const spansOf = (mask: number): string[][] =>
    masked.map(({ spans }) =>
      spans
        .filter(span => span.mask === mask)
        .map(({ text }) => text)
        .toSorted(),
    );
  const constant = contract.mask
    .map(compileMask)
    .findIndex(
      ({ min, max }, mask) =>
        min === undefined &&
        max === undefined &&
        new Set(spansOf(mask).map(texts => JSON.stringify(texts))).size === 1 &&
        spansOf(mask)[0]?.length !== 0,
    );
  const mask = contract.mask[constant];
  if (mask === undefined) return undefined;
  return {
    kind: 'too loose',
    detail: `What the mask "${compileMask(mask).name}" hides was the same in every run: ${spansOf(constant)[0]?.[0]}`,
    remedy: 'Remove the mask.',
  };
}

import type { Problem } from '../problems/problem.ts';
import { splitLines } from '../text/lines.ts';
import { compareStream, mayReorder } from './compare.ts';
import type { Contract } from './contract-schema.ts';
import { maskLine, orderLine } from './describe-contract.ts';
import { applyMasks, compileMask, isBounded } from './masks/mask.ts';
import { type LineOrder, swaps } from './order.ts';
import { type PrintedText, type Stream, STREAMS } from './printed-text.ts';
import { inferContract, type InferredContract, MAX_FITTED_LINES } from './infer-contract.ts';
import { makesEqual } from './infer-order.ts';
import { unfitKeys } from './unfit-keys.ts';

/** What many runs show about a contract. */
export interface ContractAssessment {
  readonly kind: 'holds' | 'too tight' | 'too loose' | 'does not fit';
  /** How many different outputs the runs printed, streams taken together. */
  readonly distinct: number;
  /** What was seen: a diff of what varied, or what never did. */
  readonly detail?: string | undefined;
  /** The lines for the metadata block that fit what was seen; or what else to do. */
  readonly remedy?: string | undefined;
}

/** What many runs show about the contract of one example. */
export interface AssessedExample {
  readonly id: string;
  readonly file: string;
  readonly runs: number;
  readonly assessment?: ContractAssessment | undefined;
  /** Why there is no assessment: a run failed, or none was possible. */
  readonly problems: readonly Problem[];
  /** Whether no run was possible, and the contract lets the example be skipped then. */
  readonly skipped?: boolean | undefined;
}

/**
 * Assesses a contract by outputs of one example. The first is the one that the others are compared with.
 * @param isConcurrent whether several threads, tasks or processes may print: then runs with one order are no
 * reason to promise it
 */
export function assessContract(
  outputs: readonly PrintedText[],
  contract: Contract,
  isConcurrent = false,
): ContractAssessment {
  const stdout = outputs.map(({ out }) => out);
  return {
    distinct: countDistinct(outputs),
    ...(tooTight(outputs, contract, isConcurrent) ??
      unfit(outputs, contract) ??
      (isConcurrent ? undefined : looseOrder(stdout, contract)) ??
      looseMask(stdout, contract) ?? {
        kind: 'holds',
        ...(looseOrder(stdout, contract) !== undefined && { detail: UNFIXED }),
      }),
  };
}

const UNFIXED =
  'These runs needed less freedom of order than the contract gives. That is no reason to promise more: ' +
  'the sample uses threads, tasks or processes.';

/** How many different outputs there are, streams taken together. */
export function countDistinct(outputs: readonly PrintedText[]): number {
  return new Set(outputs.map(({ out, err }) => JSON.stringify([out, err]))).size;
}

type Finding = Omit<ContractAssessment, 'distinct'> | undefined;

function tooTight(
  [first, ...others]: readonly PrintedText[],
  contract: Contract,
  isConcurrent: boolean,
): Finding {
  if (first === undefined) return undefined;
  for (const other of others) {
    const found = STREAMS.map(stream => ({ stream, ...compareStream(stream, first, other, contract) }));
    const differing = found.find(({ difference }) => difference !== undefined);
    if (differing !== undefined)
      return {
        kind: 'too tight',
        detail: differing.difference?.text,
        remedy: advice([first, ...others], contract, differing.stream, isConcurrent),
      };
    const outOfBounds = found.flatMap(each => each.outOfBounds);
    if (outOfBounds.length > 0)
      return {
        kind: 'too tight',
        detail: outOfBounds.join('\n'),
        remedy: 'Widen the bounds, or give the sample more to measure.',
      };
  }
  return undefined;
}

function unfit(outputs: readonly PrintedText[], contract: Contract): Finding {
  const [first] = outputs;
  // The first output may be a recording, which somebody may have edited; the last is of a run.
  const keys = first === undefined ? [] : unfitKeys(first, contract, outputs.at(-1));
  if (keys.length === 0) return undefined;
  return {
    kind: 'does not fit',
    detail: keys.map(({ reason }) => reason).join('\n'),
    remedy:
      keys.find(({ remedy }) => remedy !== undefined)?.remedy ?? 'Mend the contract in the metadata block.',
  };
}

const NO_CONTRACT_FITS =
  'No contract fits: make the sample repeat, for example random.seed(1), ' +
  'or a lock or an event where threads race.';

/** The lines to paste under which all outputs of a stream are equal; or what to do if no contract fits. */
function advice(
  outputs: readonly PrintedText[],
  contract: Contract,
  stream: Stream,
  isConcurrent: boolean,
): string {
  const texts = outputs.map(output => output[stream] ?? '');
  if (texts.some(text => splitLines(text).lines.length > MAX_FITTED_LINES))
    return 'The output is too long to fit a contract to: print less, or make the sample repeat.';
  const inferred = inferContract(texts, contract.mask);
  if (inferred === undefined || (inferred.order !== 'exact' && !mayReorder(stream))) return NO_CONTRACT_FITS;
  const { masks } = inferred;
  const order = isConcurrent ? looserOrder(contract, inferred, texts) : inferred.order;
  const lines = [
    ...(masks.length === 0 ? [] : [maskLine([...contract.mask, ...masks])]),
    ...(order === contract.order || !mayReorder(stream) ? [] : [orderLine(order)]),
  ];
  const seed = masks.length === 0 ? [] : ['Or make the value repeat, for example: random.seed(1)'];
  const pasted = lines.map(line => `# ${line}`);
  const hint = isConcurrent && order !== contract.order ? [FIX_FIRST] : [];
  return ['The tightest contract that fits what was seen:', ...pasted, ...hint, ...seed].join('\n');
}

const FIX_FIRST = 'Promise no order but one that a lock, an event or a join of the sample fixes.';

/** The declared order, if it fits and lets more lines swap than the inferred one; else that. */
function looserOrder(
  { order, mask }: Contract,
  inferred: InferredContract,
  texts: readonly string[],
): LineOrder {
  const masks = [...mask, ...inferred.masks];
  const outputs = texts.map(text => applyMasks(splitLines(text).lines, masks).lines);
  const [first = []] = outputs;
  const isLooser = swaps(first, order) > swaps(first, inferred.order);
  return isLooser && makesEqual(order, outputs) ? order : inferred.order;
}

function looseOrder(outputs: readonly string[], contract: Contract): Finding {
  if (contract.order === 'exact') return undefined;
  const tightest = inferContract(outputs, contract.mask);
  if (tightest === undefined) return undefined;
  const { lines } = applyMasks(splitLines(outputs[0] ?? '').lines, contract.mask);
  const declared = swaps(lines, contract.order);
  const needed = swaps(lines, tightest.order);
  if (needed >= declared) return undefined;
  const [detail, remedy] =
    tightest.order === 'exact'
      ? ['The order was the same in every run.', 'Remove order from the block.']
      : [
          `The contract lets ${declared} pairs of lines swap; only ${needed} of them had to.`,
          `# ${orderLine(tightest.order)}`,
        ];
  return { kind: 'too loose', detail, remedy };
}

/** A mask without bounds hides a line that could be checked, if its spans are the same in every run. */
function looseMask(outputs: readonly string[], { mask: masks }: Contract): Finding {
  const masked = outputs.map(output => applyMasks(splitLines(output).lines, masks));
  for (const [index, mask] of masks.entries()) {
    const texts = masked.map(({ spans }) =>
      spans.flatMap(span => (span.mask === index ? [span.text] : [])).toSorted(),
    );
    const [constant] = texts[0] ?? [];
    const isConstant = new Set(texts.map(each => JSON.stringify(each))).size === 1;
    if (!isConstant || constant === undefined || isBounded(mask)) continue;
    return {
      kind: 'too loose',
      detail: `What the mask "${compileMask(mask).name}" hides was the same in every run: ${constant}`,
      remedy: 'Remove the mask.',
    };
  }
  return undefined;
}

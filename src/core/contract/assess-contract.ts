import type { Problem } from '../problems/problem.ts';
import { type ArtifactDifference, artifactDifferences } from '../artifacts/compare-artifacts.ts';
import { fileAdvice } from '../artifacts/file-advice.ts';
import { fingerprint } from '../text/hash.ts';
import { splitLines } from '../text/lines.ts';
import { compare, compareStream, mayReorder } from './compare.ts';
import type { Contract } from './contract-schema.ts';
import type { DocumentForm } from './tables/timeline-table.ts';
import { maskLine, orderLine } from './describe-contract.ts';
import { applyMasks, compileMask, isBounded } from './masks/mask.ts';
import { type LineOrder, swaps } from './order.ts';
import { type PrintedText, type Stream, STREAMS } from '../printed-text.ts';
import { inferContract, type InferredContract, MAX_FITTED_LINES } from './infer-contract.ts';
import { makesEqual } from './infer-order.ts';
import { isConcurrent, mayFixOrder, printsSet, repeatAdvice, type Sample, SORT_IT } from './repeat-advice.ts';
import { masksPromise, unfitKeys } from './unfit-keys.ts';

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
  /** Of a variant: the runs in which it did what its original may not do. */
  readonly differed?: number | undefined;
  /** Why there is no assessment: a run failed, or none was possible. */
  readonly problems: readonly Problem[];
  /** Whether no run was possible, and the contract lets the example be skipped then. */
  readonly skipped?: boolean | undefined;
}

/** A sample of which nothing but its outputs is known. */
const UNKNOWN: Sample = { source: '', declare: lines => `:\n${lines.map(line => `# ${line}`).join('\n')}` };

/**
 * Assesses a contract by outputs of one example. The first is the one that the others are compared with. If
 * several threads, tasks or processes may print, runs with one order are no reason to promise it.
 */
export function assessContract(
  outputs: readonly PrintedText[],
  contract: Contract,
  sample: Sample = UNKNOWN,
): ContractAssessment {
  const stdout = outputs.map(({ out }) => out);
  if (contract.form !== undefined) return assessDocuments(outputs, contract);
  return {
    distinct: countDistinct(outputs),
    ...(tooTight(outputs, contract, sample) ??
      unfit(outputs, contract) ??
      (isConcurrent(sample.source) ? undefined : looseOrder(stdout, contract, sample)) ??
      looseMask(stdout, contract) ?? {
        kind: 'holds',
        ...(looseOrder(stdout, contract, sample) !== undefined && { detail: UNFIXED }),
      }),
  };
}

/** Assesses what is no output: has each timeline the structure of the first, is each outcome declared? */
function assessDocuments(outputs: readonly PrintedText[], contract: Contract): ContractAssessment {
  const [first, ...others] = outputs;
  const promised = { ...contract, isUnmeasured: true };
  const found = others
    .map(other => compare(first?.out ?? '', other.out, promised))
    .find(({ difference }) => difference !== undefined);
  const distinct = countDistinct(outputs);
  if (found === undefined) return { kind: 'holds', distinct };
  return {
    kind: 'too tight',
    distinct,
    detail: found.difference?.text,
    remedy: DOCUMENT_REMEDIES[contract.form ?? 'timeline'],
  };
}

const DOCUMENT_REMEDIES = {
  timeline:
    'Make the picture repeat: waits of 0.2 s or more, names for threads, an event or a barrier where the ' +
    'order is chance; or a larger resolution, which leaves out short waits.',
  outcomes: 'Declare the outcome that is missing in [[tool.verbatim.outcomes.table]], with its meaning.',
} satisfies Record<DocumentForm, string>;

const UNFIXED =
  'These runs needed less freedom of order than the contract gives. That is no reason to promise more: ' +
  'the sample uses threads, tasks or processes.';

/** How many different outputs there are, streams and files taken together. */
export function countDistinct(outputs: readonly PrintedText[]): number {
  const files = ({ artifacts = new Map() }: PrintedText): string => fingerprint([...artifacts].flat());
  return new Set(outputs.map(output => JSON.stringify([output.out, output.err, files(output)]))).size;
}

type Finding = Omit<ContractAssessment, 'distinct'> | undefined;

function tooTight([first, ...others]: readonly PrintedText[], contract: Contract, sample: Sample): Finding {
  if (first === undefined) return undefined;
  for (const other of others) {
    const found = STREAMS.map(stream => ({ stream, ...compareStream(stream, first, other, contract) }));
    const differing = found.find(({ difference }) => difference !== undefined);
    if (differing !== undefined)
      return {
        kind: 'too tight',
        detail: differing.difference?.text,
        remedy: advice([first, ...others], contract, differing.stream, sample),
      };
    const outOfBounds = found.flatMap(each => each.outOfBounds);
    if (outOfBounds.length > 0)
      return {
        kind: 'too tight',
        detail: outOfBounds.join('\n'),
        remedy: 'Widen the bounds, or give the sample more to measure.',
      };
    const [file] = artifactDifferences(first.artifacts, other.artifacts, contract.artifacts);
    if (file !== undefined) return { kind: 'too tight', ...unlikeFile(file) };
  }
  return undefined;
}

/** What is seen of a file that differs between runs, and how it can be made to repeat. */
function unlikeFile({
  name,
  summary,
  text,
}: ArtifactDifference): Pick<ContractAssessment, 'detail' | 'remedy'> {
  const detail = [`${name}${summary === '' ? ' differs:' : `: ${summary}.`}`, ...(text ? [text] : [])].join(
    '\n',
  );
  return { detail, remedy: fileAdvice(name) };
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

/** The lines to paste under which all outputs of a stream are equal; or what to do if no contract fits. */
function advice(
  outputs: readonly PrintedText[],
  contract: Contract,
  stream: Stream,
  { source, declare }: Sample,
): string {
  const texts = outputs.map(output => output[stream] ?? '');
  if (texts.some(text => splitLines(text).lines.length > MAX_FITTED_LINES))
    return 'The output is too long to fit a contract to: print less, or make the sample repeat.';
  // A contract for the order of a set would check less, and show readers what they do not get.
  if (printsSet(source, texts)) return SORT_IT;
  const repeat = repeatAdvice(source);
  const inferred = inferContract(texts, contract.mask);
  if (inferred === undefined || !isAccepted(outputs, contract, inferred, stream))
    return `No contract fits. Make the sample repeat: ${repeat ?? 'print what is the same in each run'}.`;
  const { masks } = inferred;
  const order = isConcurrent(source) ? looserOrder(contract, inferred, texts) : inferred.order;
  const fixed = typeof order === 'object' && !mayFixOrder(source) ? 'any' : order;
  const lines = [
    ...(masks.length === 0 ? [] : [maskLine([...contract.mask, ...masks])]),
    ...(order === contract.order || !mayReorder(stream) ? [] : [orderLine(fixed)]),
  ];
  const found = `The tightest contract that fits what was seen${declare(lines)}`;
  if (masks.length > 0 && repeat !== undefined) return `${found}\nOr make it repeat: ${repeat}`;
  const isOrdered = typeof fixed === 'object' && isConcurrent(source);
  return isOrdered ? `${found}\n${ONLY_IF_FIXED}${declare([orderLine('any')])}` : found;
}

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

/** Whether a proposal would end the refusal: one that hides all of an output is refused itself. */
function isAccepted(
  [first]: readonly PrintedText[],
  contract: Contract,
  { masks, order }: NonNullable<ReturnType<typeof inferContract>>,
  stream: Stream,
): boolean {
  if (order !== 'exact' && !mayReorder(stream)) return false;
  return first === undefined || masksPromise(first, contract, [...contract.mask, ...masks]);
}

const ONLY_IF_FIXED = 'If no join(), lock or event fixes that order, it was chance, and this is right';

function looseOrder(outputs: readonly string[], contract: Contract, { declare }: Sample): Finding {
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
          `Take this${declare([orderLine(tightest.order)])}`,
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

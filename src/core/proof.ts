import type { Contract } from './contract.ts';
import { compare, misfits } from './compare.ts';
import { maskLine, orderLine } from './contract-text.ts';
import { fit } from './fit.ts';
import { swaps } from './fit-order.ts';
import { splitLines } from './lines.ts';
import { applicable, applyMasks, compileMask } from './mask.ts';
import { commutation } from './order.ts';
import type { Output } from './run.ts';

/** What many runs say of a contract. */
export interface Proof {
  readonly kind: 'holds' | 'too tight' | 'too loose';
  /** How many different outputs the runs gave, streams taken together. */
  readonly distinct: number;
  /** What was seen: a diff of what varied, or what never did. */
  readonly detail?: string | undefined;
  /** The lines for the metadata block that fit what was seen; or what else to do. */
  readonly remedy?: string | undefined;
}

/** Judges a contract by outputs of one example: the first is what the others are compared with. */
export function prove(outputs: readonly Output[], contract: Contract): Proof {
  const distinct = new Set(outputs.map(({ out, err }) => JSON.stringify([out, err]))).size;
  return { distinct, ...(tooTight(outputs, contract) ?? tooLoose(outputs.map(({ out }) => out), contract) ?? { kind: 'holds' as const }) };
}

type Finding = Omit<Proof, 'distinct'>;

function tooTight(outputs: readonly Output[], contract: Contract): Finding | undefined {
  const [first, ...others] = outputs;
  if (first === undefined) return undefined;
  for (const { out, err, disturbed } of others) {
    const promised = applicable(contract, disturbed);
    const stdout = compare(first.out, out, promised);
    const stderr = compare(first.err ?? '', err ?? '', { ...promised, order: 'exact' });
    const beyond = [...stdout.outOfBounds, ...stderr.outOfBounds];
    const detail = stdout.difference?.text ?? stderr.difference?.text ?? beyond.join('\n');
    if (detail !== '') return { kind: 'too tight', detail, remedy: stdout.difference === undefined ? 'Widen the bounds, or give the sample more to measure.' : advice(outputs.map((output) => output.out), contract) };
  }
  const complaints = misfits(first.out, first.err, contract);
  return complaints.length === 0 ? undefined : { kind: 'too tight', detail: complaints.join('\n'), remedy: 'Mend the contract in the metadata block.' };
}

/** The lines to paste that make the outputs one, or what to do where no contract does. */
export function advice(outputs: readonly string[], contract: Contract): string {
  const found = fit(outputs, contract);
  if (found === undefined) return 'No contract fits: make the sample repeat, for example random.seed(1), or a lock or an event where threads race.';
  const masks = found.masks.length === 0 ? [] : [maskLine([...contract.mask, ...found.masks])];
  const order = found.order === contract.order ? [] : [orderLine(found.order)];
  const seed = found.masks.length === 0 ? '' : '\nOr make the value repeat, for example: random.seed(1)';
  return `The tightest contract that fits what was seen:\n${[...masks, ...order].map((line) => `# ${line}`).join('\n')}${seed}`;
}

function tooLoose(outputs: readonly string[], contract: Contract): Finding | undefined {
  return looseOrder(outputs, contract) ?? looseMask(outputs, contract);
}

function looseOrder(outputs: readonly string[], contract: Contract): Finding | undefined {
  if (contract.order === 'exact') return undefined;
  const tightest = fit(outputs, contract);
  const lines = applyMasks(splitLines(outputs[0] ?? '').lines, contract).lines;
  const [declared, seen] = [swaps(lines, commutation(contract.order)), swaps(lines, commutation(tightest?.order ?? contract.order))];
  if (tightest === undefined || seen >= declared) return undefined;
  const detail = tightest.order === 'exact' ? `In all ${outputs.length} runs the order was the same.` : `The contract lets ${declared} pairs of lines swap; in ${outputs.length} runs only ${seen} of them had to.`;
  return { kind: 'too loose', detail, remedy: tightest.order === 'exact' ? 'Remove order from the block.' : `# ${orderLine(tightest.order)}` };
}

/** A mask without bounds whose spans are the same in every run hides a line that could be checked. */
function looseMask(outputs: readonly string[], contract: Contract): Finding | undefined {
  const masked = outputs.map((output) => applyMasks(splitLines(output).lines, contract));
  const constant = contract.mask.map(compileMask).find(({ min, max }, mask) => min === undefined && max === undefined && new Set(masked.map(({ spans }) => JSON.stringify(spans.filter((span) => span.mask === mask).map(({ text }) => text).toSorted()))).size === 1 && masked[0]?.spans.some((span) => span.mask === mask) === true);
  if (constant === undefined) return undefined;
  const text = masked[0]?.spans.find((span) => contract.mask[span.mask] !== undefined && compileMask(contract.mask[span.mask] as Contract['mask'][number]).name === constant.name)?.text;
  return { kind: 'too loose', detail: `What the mask "${constant.name}" hides was the same in all ${outputs.length} runs: ${text}`, remedy: 'Remove the mask.' };
}

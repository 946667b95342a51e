import { CONTRACT_ENTRIES, type Contract } from './contract-schema.ts';
import type { Mask } from './mask-schema.ts';
import type { LineOrder } from './order-schema.ts';

/** What a contract promises, for the reader; undefined if it promises every byte. */
export function contractSentence(contract: Partial<Contract>): string | undefined {
  const sentences = CONTRACT_ENTRIES.flatMap(([key, entry]) => {
    const value = contract[key];
    return value === undefined ? [] : (entry.sentence?.(value) ?? []);
  });
  return sentences.length === 0 ? undefined : `${sentences.join('. ')}.`;
}

/** An order as a line of the metadata block, to paste. */
export function orderLine(order: LineOrder): string {
  if (typeof order === 'string') return `order = ${quote(order)}`;
  const stages = order.stages === undefined ? [] : [`stages = [${order.stages.map(quote).join(', ')}]`];
  const key = order.key === undefined ? [] : [`key = ${quote(order.key)}`];
  return `order = { ${[...stages, ...key].join(', ')} }`;
}

/** Masks as a line of the metadata block, to paste. */
export function maskLine(masks: readonly Mask[]): string {
  return `mask = [${masks.map(maskValue).join(', ')}]`;
}

function maskValue(mask: Mask): string {
  if (typeof mask === 'string') return quote(mask);
  const { name, pattern, min, max } = mask;
  const bounds = Object.entries({ min, max }).flatMap(([key, bound]) =>
    bound === undefined ? [] : [`${key} = ${bound}`],
  );
  return `{ ${[`name = ${quote(name)}`, `pattern = ${quote(pattern)}`, ...bounds].join(', ')} }`;
}

/** A TOML string: a literal one if it holds a backslash, so that a regular expression stays readable. */
function quote(text: string): string {
  return text.includes('\\') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

import { CONTRACT_ENTRIES, type Contract } from './contract-schema.ts';
import type { Mask } from './mask-schema.ts';
import type { LineOrder } from './order.ts';

/** What a contract promises, for the reader; undefined if it promises every byte. */
export function contractSentence(contract: Partial<Contract>): string | undefined {
  const sentences = CONTRACT_ENTRIES.flatMap(([key, { sentence }]) =>
    contract[key] === undefined ? [] : (sentence?.(contract[key]) ?? []),
  );
  return sentences.length === 0 ? undefined : `${sentences.join('. ')}.`;
}

/** An order as a line of the metadata block, to paste. */
export function orderLine(order: LineOrder): string {
  if (typeof order === 'string') return `order = ${quote(order)}`;
  const { stages, key } = order;
  const list = stages && `[${stages.map(quote).join(', ')}]`;
  return `order = ${table({ stages: list, key: key && quote(key) })}`;
}

/** Masks as a line of the metadata block, to paste. */
export function maskLine(masks: readonly Mask[]): string {
  return `mask = [${masks.map(maskValue).join(', ')}]`;
}

function maskValue(mask: Mask): string {
  if (typeof mask === 'string') return quote(mask);
  const { name, pattern, min, max } = mask;
  return table({ name: quote(name), pattern: quote(pattern), min, max });
}

/** An inline table of TOML, without the keys that are undefined. */
function table(values: Readonly<Record<string, string | number | undefined>>): string {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return `{ ${present.map(([key, value]) => `${key} = ${value}`).join(', ')} }`;
}

/** A TOML string: a literal one if it holds a backslash, so that a regular expression stays readable. */
function quote(text: string): string {
  return text.includes('\\') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

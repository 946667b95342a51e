import type { Bounds, Mask } from './masks/mask.ts';
import type { Words } from '../words/en/en.ts';
import type { LineOrder } from './order.ts';

type PromiseWords = Words['promise'];

/** The sentence of the page about the order of lines. */
export function orderSentence(order: LineOrder, words: PromiseWords): string | undefined {
  if (order === 'exact') return undefined;
  if (order === 'any') return words.anyOrder;
  const { stages, key } = order;
  if (stages === undefined) return words.workers;
  return key === undefined ? words.groups : words.groupsOfWorkers;
}

/** What a mask is called in a sentence, by its name or the last part of it. */
const NOUNS: Readonly<Record<string, keyof PromiseWords['nouns']>> = {
  duration: 'durations',
  seconds: 'durations',
  address: 'addresses',
  'thread-id': 'threads',
  pid: 'processes',
  date: 'dates',
  uuid: 'identifiers',
  path: 'paths',
  ratio: 'ratios',
  'speed-up': 'ratios',
};

/** The sentence of the page about the spans that differ from run to run. */
export function maskSentence(masks: readonly Mask[], words: PromiseWords): string | undefined {
  if (masks.length === 0) return undefined;
  const nouns = new Set(masks.map(mask => nounFor(mask, words)));
  const bounded = masks.every(
    mask => typeof mask === 'object' && mask.min !== undefined && mask.max !== undefined,
  );
  return words.differ([...nouns], bounded).replace(/^./, letter => letter.toUpperCase());
}

function nounFor(mask: Mask, words: PromiseWords): string {
  const name = typeof mask === 'string' ? mask : mask.name;
  const lastPart = name.split('-').at(-1) ?? '';
  const noun = NOUNS[name] ?? NOUNS[lastPart];
  return noun === undefined ? words.values(name.replaceAll('-', ' ')) : words.nouns[noun];
}

/** The sentence of the page about the wall time, in seconds. */
export function elapsedSentence({ min, max }: Bounds, words: PromiseWords): string | undefined {
  if (min === undefined) return max === undefined ? undefined : words.atMost(max);
  return max === undefined ? words.atLeast(min) : words.between(min, max);
}

/** The sentence of the page about a sample that gets stuck. */
export function hangSentence(
  hangs: boolean,
  words: PromiseWords,
  { timeout }: { readonly timeout?: unknown },
): string | undefined {
  return hangs ? words.hangs(Number(timeout)) : undefined;
}

/** The sentence of the page about a race. */
export function outcomesSentence(
  { table }: { readonly table: readonly unknown[] },
  words: PromiseWords,
): string {
  return words.outcomes(table.length);
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

import type { Bounds, Mask } from './masks/mask.ts';
import type { LineOrder } from './order.ts';

/** The sentence of the page about the order of lines. */
export function orderSentence(order: LineOrder): string | undefined {
  if (order === 'exact') return undefined;
  if (order === 'any') return 'Lines may come in any order';
  const { stages, key } = order;
  if (stages === undefined)
    return 'Lines of different workers may mix; each worker’s own lines keep their order';
  return key === undefined
    ? 'Lines come in groups, in any order inside each group'
    : 'Lines come in groups; inside a group, lines of different workers may mix';
}

/** What a mask is called in a sentence, by its name or the last part of it. */
const NOUNS: Readonly<Record<string, string>> = {
  duration: 'durations',
  seconds: 'durations',
  address: 'memory addresses',
  'thread-id': 'thread numbers',
  pid: 'process numbers',
  date: 'dates',
  uuid: 'identifiers',
  path: 'paths',
  ratio: 'ratios',
  'speed-up': 'ratios',
};

/** The sentence of the page about the spans that differ from run to run. */
export function maskSentence(masks: readonly Mask[]): string | undefined {
  if (masks.length === 0) return undefined;
  // British English writes no comma before "and".
  const subject = new Intl.ListFormat('en-GB').format(new Set(masks.map(nounFor)));
  const bounded = masks.every(
    mask => typeof mask === 'object' && mask.min !== undefined && mask.max !== undefined,
  );
  const sentence = `${subject} differ from run to run${bounded ? ', within checked bounds' : ''}`;
  return sentence.replace(/^./, letter => letter.toUpperCase());
}

function nounFor(mask: Mask): string {
  const name = typeof mask === 'string' ? mask : mask.name;
  const lastPart = name.split('-').at(-1) ?? '';
  return NOUNS[name] ?? NOUNS[lastPart] ?? `values of “${name.replaceAll('-', ' ')}”`;
}

/** The sentence of the page about the wall time, in seconds. */
export function elapsedSentence({ min, max }: Bounds): string {
  if (min === undefined) return `It takes at most ${max} s`;
  return max === undefined ? `It takes at least ${min} s` : `It takes ${min} to ${max} s`;
}

/** The sentence of the page about a sample that gets stuck. */
export function hangSentence(
  hangs: boolean,
  { timeout }: { readonly timeout?: unknown },
): string | undefined {
  if (!hangs) return undefined;
  const seconds = timeout === 1 ? '1 second' : `${String(timeout)} seconds`;
  return `This program never ends: after ${seconds} in which nothing moved, it was stopped`;
}

/** The sentence of the page about a race. */
export function outcomesSentence({ table }: { readonly table: readonly unknown[] }): string {
  const checked = 'Each build runs it and checks that it prints one of these';
  return `It has ${table.length} outcomes. ${checked}; the counts are those of the recording`;
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

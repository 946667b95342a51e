import type { Mask } from './mask-schema.ts';
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

/** Bounds of a number, both included; it has no bound on a side that is absent. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
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

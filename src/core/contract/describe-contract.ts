import type { Contract, Mask, Order } from './contract-schema.ts';

/** An order as a line of the metadata block, to paste. */
export function orderLine(order: Order): string {
  return `order = ${orderValue(order)}`;
}

/** Masks as a line of the metadata block, to paste. */
export function maskLine(masks: readonly Mask[]): string {
  return `mask = [${masks.map(maskValue).join(', ')}]`;
}

function orderValue(order: Order): string {
  if (typeof order === 'string') return quote(order);
  const stages = order.stages === undefined ? [] : [`stages = [${order.stages.map(quote).join(', ')}]`];
  const key = order.key === undefined ? [] : [`key = ${quote(order.key)}`];
  return `{ ${[...stages, ...key].join(', ')} }`;
}

function maskValue(mask: Mask): string {
  if (typeof mask === 'string') return quote(mask);
  const bounds = [
    mask.min === undefined ? [] : [`min = ${mask.min}`],
    mask.max === undefined ? [] : [`max = ${mask.max}`],
  ].flat();
  return `{ ${[`name = ${quote(mask.name)}`, `pattern = ${quote(mask.pattern)}`, ...bounds].join(', ')} }`;
}

/** A TOML string: literal where it holds a backslash, so that a regular expression stays readable. */
function quote(text: string): string {
  return text.includes('\\') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

/** What is promised, for the reader: one short sentence, or none where the contract is exact. */
export function contractSentence({
  order,
  mask,
  elapsed,
}: Pick<Contract, 'order' | 'mask' | 'elapsed'>): string | undefined {
  const varying = mask.length === 0 ? [] : [maskSentence(mask)];
  const sentences = [
    ...(order === 'exact' ? [] : [orderSentence(order)]),
    ...varying,
    ...(elapsed === undefined ? [] : [elapsedSentence(elapsed)]),
  ];
  return sentences.length === 0 ? undefined : `${sentences.join('. ')}.`;
}

function orderSentence(order: Exclude<Order, 'exact'>): string {
  if (order === 'any') return 'Lines may come in any order';
  const { stages, key } = order;
  if (stages !== undefined && key !== undefined)
    return 'Lines come in groups; inside a group, lines of different workers may mix';
  if (stages !== undefined) return 'Lines come in groups, in any order inside each group';
  return 'Lines of different workers may mix; each worker’s own lines keep their order';
}

/** What a mask is called in a sentence, by its name or the last part of it. */
const NOUNS: Readonly<Record<string, string>> = {
  duration: 'Durations',
  seconds: 'Durations',
  address: 'Memory addresses',
  'thread-id': 'Thread numbers',
  pid: 'Process numbers',
  date: 'Dates',
  uuid: 'Identifiers',
  path: 'Paths',
  ratio: 'Ratios',
  'speed-up': 'Ratios',
};

function maskSentence(masks: readonly Mask[]): string {
  const nouns = [
    ...new Set(
      masks
        .map(mask => (typeof mask === 'string' ? mask : mask.name))
        .map(
          name =>
            NOUNS[name] ?? NOUNS[name.split('-').at(-1) ?? ''] ?? `Values of “${name.replaceAll('-', ' ')}”`,
        ),
    ),
  ];
  const [first = '', ...others] = nouns;
  const list = [first, ...others.map(noun => noun.charAt(0).toLowerCase() + noun.slice(1))];
  const last = list.pop();
  const bounded = masks.every(
    mask => typeof mask === 'object' && mask.min !== undefined && mask.max !== undefined,
  );
  return `${list.length === 0 ? last : `${list.join(', ')} and ${last}`} differ from run to run${bounded ? ', within checked bounds' : ''}`;
}

function elapsedSentence({ min, max }: NonNullable<Contract['elapsed']>): string {
  if (min === undefined) return `It takes at most ${max} s`;
  return max === undefined ? `It takes at least ${min} s` : `It takes ${min} to ${max} s`;
}

import { isDeepStrictEqual } from 'node:util';
import { type Commutes, commutation, lineKey, pull, stageOf, type LineOrder } from './order.ts';

/** Parts of a line that often name the thread or task that printed it. */
const KEYS = [
  String.raw`^\[([^\]]+)\]`,
  '^([^:]+):',
  String.raw`^(\S+)`,
  String.raw`^(\w+)`,
  String.raw`^\S+ (\S+)`,
  String.raw`(\S+)$`,
  String.raw`\b([A-Za-z]+[ -]?\d+)\b`,
  String.raw`(\d+)`,
];

/** The tightest order under which all outputs, as masked lines, are one: the fewest lines may swap. */
export function inferOrder(outputs: readonly (readonly string[])[]): LineOrder {
  const [first = []] = outputs;
  if (outputs.every(lines => isDeepStrictEqual(lines, first))) return 'exact';
  const stages = inferStages(outputs);
  const keys = KEYS.filter(key => first.some(line => lineKey(line, key) !== undefined));
  const candidates: LineOrder[] = [
    ...(stages === undefined ? [] : [{ stages }, ...keys.map(key => ({ stages, key }))]),
    ...keys.filter(key => first.every(line => lineKey(line, key) !== undefined)).map(key => ({ key })),
  ];
  const fitting = candidates.filter(order => makesEqual(order, outputs));
  const sizes = fitting.map(order => swaps(first, commutation(order)));
  const smallest = Math.min(...sizes);
  return smallest < swaps(first, commutation('any')) ? (fitting[sizes.indexOf(smallest)] ?? 'any') : 'any';
}

/** Whether an order makes all outputs one. */
export function makesEqual(order: LineOrder, outputs: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = outputs;
  return others.every(lines => isDeepStrictEqual(pull(first, lines, commutation(order)), first));
}

/** How many pairs of different lines may swap: the looseness of an order. */
export function swaps(lines: readonly string[], commutes: Commutes): number {
  return lines.reduce(
    (sum, a, index) => sum + lines.slice(index + 1).filter(b => a !== b && commutes(a, b)).length,
    0,
  );
}

/** Globs of the finest stages that all outputs go through; undefined if there is only one. */
function inferStages(outputs: readonly (readonly string[])[]): string[] | undefined {
  const [first = []] = outputs;
  const begin = (lines: readonly string[], index: number): string[] => lines.slice(0, index).toSorted();
  const cuts = [...first.keys()].filter(
    index => index > 0 && outputs.every(lines => isDeepStrictEqual(begin(lines, index), begin(first, index))),
  );
  let blocks = [0, ...cuts].map((from, index) => first.slice(from, cuts[index] ?? first.length));
  // Two stages with globs that match the same lines become one.
  while (blocks.length > 1) {
    const globs = blocks.map(globOf);
    const wrong = blocks.findIndex((block, index) => block.some(line => stageOf(line, globs) !== index));
    if (wrong === -1) return globs;
    const into = Math.max(0, wrong - 1);
    blocks = blocks.toSpliced(into, 2, blocks.slice(into, into + 2).flat());
  }
  return undefined;
}

/** The glob that matches some lines: their common start, and their common end. */
function globOf(lines: readonly string[]): string {
  const [first = ''] = lines;
  const literal = (text: string): string =>
    text
      .replaceAll(/[*\\]/g, '\\$&')
      .replace(/^!/, '\\!')
      .replaceAll(/\0[^\0]*\0/g, '*');
  if (lines.every(line => line === first)) return literal(first);
  const head = commonStart(lines);
  const tail = commonStart(lines.map(line => reverse(line.slice(head.length))));
  return `${literal(wholeWords(head))}*${literal(reverse(wholeWords(tail)))}`;
}

/** A text without the word at its end: half a word in common is chance. */
function wholeWords(text: string): string {
  return text.replace(/[\w\0]+$/, '');
}

function commonStart(lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

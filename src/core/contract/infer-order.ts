import { isDeepStrictEqual } from 'node:util';
import { startOfEnding } from '../text/ending.ts';
import { lineKey, type LineOrder, pull, stageOf, swaps } from './order.ts';

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
  const sizes = fitting.map(order => swaps(first, order));
  const smallest = Math.min(...sizes);
  return smallest < swaps(first, 'any') ? (fitting[sizes.indexOf(smallest)] ?? 'any') : 'any';
}

/** Whether an order makes all outputs one. */
export function makesEqual(order: LineOrder, outputs: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = outputs;
  return others.every(lines => isDeepStrictEqual(pull(first, lines, order), first));
}

/** Globs of the finest stages that all outputs go through; undefined if there is only one. */
function inferStages(outputs: readonly (readonly string[])[]): string[] | undefined {
  const [first = []] = outputs;
  const blocks = blocksBetween(cutsOf(outputs), first);
  // More stages than an order may have, or blocks without end to compare: no proposal.
  return blocks.length > MAX_BLOCKS ? undefined : separable(blocks);
}

/** Blocks of lines that a proposal of stages is made from; to separate them takes their square. */
const MAX_BLOCKS = 50;

/** Indices before which all outputs have the same lines, in any order. */
function cutsOf([first = [], ...others]: readonly (readonly string[])[]): number[] {
  /** How many more of a line an output has had than the first, for the lines that are not even. */
  const uneven = others.map(() => new Map<string, number>());
  const count = (counts: Map<string, number>, line: string, by: number): void => {
    const now = (counts.get(line) ?? 0) + by;
    if (now === 0) counts.delete(line);
    else counts.set(line, now);
  };
  const cuts: number[] = [];
  for (const [index, line] of first.entries()) {
    if (index > 0 && uneven.every(({ size }) => size === 0)) cuts.push(index);
    for (const [at, counts] of uneven.entries()) {
      count(counts, line, -1);
      count(counts, others[at]?.[index] ?? '', 1);
    }
  }
  return cuts;
}

function blocksBetween(cuts: readonly number[], lines: readonly string[]): string[][] {
  return [0, ...cuts].map((from, index) => lines.slice(from, cuts[index] ?? lines.length));
}

/** Globs that tell blocks of lines apart. */
function separable(blocksOfLines: readonly (readonly string[])[]): string[] | undefined {
  let blocks = blocksOfLines;
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
  return text.slice(0, startOfEnding(text, /[\w\0]/));
}

function commonStart(lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && other[same] === first[same]) same += 1;
    length = same;
  }
  return first.slice(0, length);
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

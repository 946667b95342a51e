import { type ProblemError, refusal } from '../problems/problem.ts';

/** One of several parts of the examples, each run by itself on a machine of its own. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** `2/4` → the second of four. @throws ProblemError with exit code 2 */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  if (match === null) throw noShard(text, 'write which of how many, as two whole numbers', 4);
  const [index, count] = [Number(match[1]), Number(match[2])];
  if (count === 0) throw noShard(text, 'there is at least one', 4);
  if (index === 0) throw noShard(text, 'they are counted from 1', count);
  if (index > count) throw noShard(text, `the last one is ${count}/${count}`, count);
  return { index, count };
}

function noShard(text: string, reason: string, count: number): ProblemError {
  const remedy = count === 1 ? '--shard 1/1' : `From --shard 1/${count} to --shard ${count}/${count}`;
  const title = `"${text}" is not a shard: ${reason}.`;
  return refusal({ file: 'command line', title, remedy });
}

/** `2/4`. */
export function shardName({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/**
 * The examples of a shard. Example *i* of the sorted list goes to shard *i* mod *n*, so shards differ by one
 * example at most, and those of one topic are spread. Examples that need several cores come first. A hash of
 * the id would make uneven shards; durations of earlier runs differ between machines.
 */
export function examplesOfShard<T extends { readonly id: string; readonly cores: number }>(
  all: readonly T[],
  { index, count }: Shard,
): readonly T[] {
  return all
    .toSorted((a, b) => b.cores - a.cores || (a.id < b.id ? -1 : 1))
    .filter((_, position) => position % count === index - 1);
}

import { EXIT, ProblemError } from '../problems/problem.ts';

/** One of several parts of the examples that are run by themselves, on machines of their own. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** `2/4` → the second of four. @throws ProblemError with exit code 2 */
export function parseShard(text: string): Shard {
  const { index, count } = /^(?<index>\d{1,6})\/(?<count>\d{1,6})$/.exec(text)?.groups ?? {};
  if (index === undefined)
    throw wrong(`"${text}" is not a shard: write which of how many, as two whole numbers.`, 4);
  if (Number(count) === 0) throw wrong(`"${text}" is not a shard: there is at least one.`, 4);
  if (Number(index) === 0) throw wrong(`"${text}" is not a shard: they are counted from 1.`, Number(count));
  if (Number(index) > Number(count))
    throw wrong(`"${text}" is not a shard: the last one is ${count}/${count}.`, Number(count));
  return { index: Number(index), count: Number(count) };
}

function wrong(title: string, count: number): ProblemError {
  return new ProblemError(
    [
      {
        file: 'command line',
        title,
        remedy: count === 1 ? '--shard 1/1' : `From --shard 1/${count} to --shard ${count}/${count}`,
      },
    ],
    EXIT.usage,
  );
}

/** `2/4`. */
export function shardName({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/**
 * The part of the examples that a shard runs: they are dealt like cards, in the order of their ids, those first that keep others
 * waiting because they need several cores. So parts differ by one example at most, and those of one topic, which cost about
 * the same, are spread. A digest of the id would leave an example in its shard when others come and go, and its parts would be uneven;
 * what earlier runs took is not the same on all machines. Every machine that sees the same examples deals the same.
 */
export function examplesOfShard<T extends { readonly id: string; readonly cores: number }>(
  all: readonly T[],
  { index, count }: Shard,
): readonly T[] {
  return all
    .toSorted((a, b) => b.cores - a.cores || (a.id < b.id ? -1 : 1))
    .filter((_, position) => position % count === index - 1);
}

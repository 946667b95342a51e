import type { ShardSource } from './merge-shards.ts';
import type { Problem } from '../problems/problem.ts';
import { type Shard, shardName } from './shard.ts';

/** The shards that a check was dealt into and that did not come, each with the command that makes it. Each set of interpreters, words and number of shards is a check of its own. */
export function missingShards(sources: readonly ShardSource[]): Problem[] {
  const checks = Map.groupBy(
    sources,
    ({
      result: {
        pythons,
        ledger: { part },
      },
    }) => JSON.stringify([pythons, part?.selectors ?? [], part?.shard?.count ?? 1]),
  );
  return [...checks.values()].flatMap(check => {
    const there = check.flatMap(
      ({
        from,
        result: {
          ledger: { part },
        },
      }) => (part?.shard === undefined ? [] : [{ from, shard: part.shard }]),
    );
    const count = there[0]?.shard.count ?? 0;
    const missing = Array.from({ length: count }, (_, position): Shard => ({
      index: position + 1,
      count,
    })).filter(({ index }) => !there.some(({ shard }) => shard.index === index));
    return missing.map(shard => missingShard(shard, there, check[0] as ShardSource));
  });
}

function missingShard(
  shard: Shard,
  there: readonly { readonly from: string; readonly shard: Shard }[],
  {
    result: {
      pythons,
      ledger: { part },
    },
  }: ShardSource,
): Problem {
  const options = [
    ...(part?.selectors ?? []),
    ...pythons.map(python => `--python ${python}`),
    `--shard ${shardName(shard)}`,
  ].join(' ');
  return {
    file: `shard ${shardName(shard)}`,
    title: `It is missing${pythons.length === 0 ? '' : ` for CPython ${pythons.join(', ')}`}: without it nothing is known of its examples.`,
    detail: there.map(({ from, shard: each }) => `    There is ${shardName(each)}: ${from}`).join('\n'),
    remedy: `npm run check -- ${options}`,
  };
}

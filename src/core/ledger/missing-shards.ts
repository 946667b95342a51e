import type { Problem } from '../problems/problem.ts';
import { type Shard, shardName } from './shard.ts';
import type { ShardSource } from './shard-result.ts';

/**
 * The shards of a check that are not among the results, each with the command that makes it. Shards belong to
 * one check if they have the same interpreters, selectors and number of shards.
 */
export function missingShards(sources: readonly ShardSource[]): Problem[] {
  const checks = Map.groupBy(sources, ({ result: { pythons, ledger } }) =>
    JSON.stringify([pythons, ledger.part?.selectors ?? [], ledger.part?.shard?.count ?? 1]),
  );
  return [...checks.values()].flatMap(missingShardsOfCheck);
}

function missingShardsOfCheck(check: readonly ShardSource[]): Problem[] {
  const { pythons = [], ledger } = check[0]?.result ?? {};
  const args = [...(ledger?.part?.selectors ?? []), ...pythons.map(python => `--python ${python}`)];
  const interpreters = pythons.length === 0 ? '' : ` for CPython ${pythons.join(', ')}`;
  const present = check.flatMap(({ from, result }) => {
    const shard = result.ledger.part?.shard;
    return shard === undefined ? [] : [{ from, shard }];
  });
  const count = present[0]?.shard.count ?? 0;
  const detail = present.map(({ from, shard }) => `    There is ${shardName(shard)}: ${from}`).join('\n');
  return Array.from({ length: count }, (_, position): Shard => ({ index: position + 1, count }))
    .filter(({ index }) => !present.some(({ shard }) => shard.index === index))
    .map(shard => ({
      file: `shard ${shardName(shard)}`,
      title: `It is missing${interpreters}: without it nothing is known of its examples.`,
      detail,
      remedy: `npm run check -- ${[...args, `--shard ${shardName(shard)}`].join(' ')}`,
    }));
}

import type { CachedRuns } from '../verdict/run.ts';
import type { Ledger } from './ledger.ts';
import { type Shard, shardName } from './shard.ts';
import type { Problem } from '../problems/problem.ts';

/** The results of all shards as those of one check. */
export interface MergedShards {
  readonly ledger: Ledger;
  readonly runs: CachedRuns;
}

/** What one shard of a check found. */
export interface ShardResult extends MergedShards {
  /** The interpreters that the command asked for; empty if it took the installed ones. */
  readonly pythons: readonly string[];
  /** Digest of what all shards of a check share: examples, recordings, and the code that runs them. */
  readonly sources: string;
}

/** A result with the file that it was read from. */
export interface ShardSource {
  readonly from: string;
  readonly result: ShardResult;
}

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

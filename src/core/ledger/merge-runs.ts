import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { type CachedRun, type CachedRuns, targetName } from './cached-run.ts';
import type { ShardSource } from './shard-result.ts';

/**
 * The runs of all shards, sorted by target and key. Fails if two runs have one key and differ, though every
 * byte of their output is promised.
 */
export function mergeRuns(sources: readonly ShardSource[]): Result<CachedRuns> {
  const seen = new Map<string, { readonly from: string; readonly target: string; readonly run: CachedRun }>();
  const problems: Problem[] = [];
  for (const { from, result } of sources) {
    for (const [target, run] of result.runs) {
      const name = `${target}\n${run.key}`;
      const before = seen.get(name);
      if (before !== undefined && !areEqual(before.run, run))
        problems.push(contradiction(target, before.from, from));
      else if (before === undefined || JSON.stringify(run) < JSON.stringify(before.run))
        seen.set(name, { from, target, run });
    }
  }
  if (problems.length > 0) return fail(...problems);
  return succeed(
    [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { target, run }]) => [target, run] as const),
  );
}

/** Whether two runs may replace each other. Their outputs may differ if their contract permits variation. */
function areEqual(a: CachedRun, b: CachedRun): boolean {
  if (a.exitCode !== b.exitCode) return false;
  return !(a.exact || b.exact) || (a.stdout === b.stdout && a.stderr === b.stderr);
}

function contradiction(target: string, one: string, other: string): Problem {
  const prove = `npm run prove -- ${target.replace('\n', ' --python ')}`;
  return {
    file: other,
    title: `It holds another output of ${targetName(target)} than ${one}, and every byte of it is promised.`,
    remedy: `One of the two files was changed, or the example does not repeat: ${prove}`,
  };
}

import { type CachedRun, type CachedRuns, cacheKeyName } from './cached-run.ts';
import type { ShardSource } from './merge-shards.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

/** All runs of all shards, sorted by place and key. Fails where two were made alike, had every byte promised, and are not the same. */
export function mergeRuns(sources: readonly ShardSource[]): Result<CachedRuns> {
  const seen = new Map<string, { readonly from: string; readonly place: string; readonly kept: CachedRun }>();
  const problems: Problem[] = [];
  for (const { from, result } of sources) {
    for (const [place, kept] of result.runs) {
      const name = `${place}\n${kept.key}`;
      const before = seen.get(name);
      if (before !== undefined && !isSame(before.kept, kept)) {
        problems.push({
          file: from,
          title: `It holds another output of ${cacheKeyName(place)} than ${before.from}, and every byte of it is promised.`,
          remedy: `One of the two files was changed, or the example does not repeat: npm run prove -- ${proveWords(place)}`,
        });
      } else if (before === undefined || JSON.stringify(kept) < JSON.stringify(before.kept))
        seen.set(name, { from, place, kept });
    }
  }
  if (problems.length > 0) return fail(...problems);
  return succeed(
    [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { place, kept }]) => [place, kept] as const),
  );
}

/** The words by which a command runs an example under an interpreter. */
function proveWords(place: string): string {
  const [file = '', python = ''] = place.split('\n');
  return `${file} --python ${python}`;
}

/** Of what varies under its contract, one run is as good as another. */
function isSame(a: CachedRun, b: CachedRun): boolean {
  return (
    a.exitCode === b.exitCode && (!(a.exact || b.exact) || (a.stdout === b.stdout && a.stderr === b.stderr))
  );
}

import type { Problem } from '../problems/problem.ts';
import type { Lock } from './lock.ts';

/** What became of the lock of one example. */
export type LockResult = { readonly id: string; readonly file: string } & (
  | { readonly kind: 'written'; readonly changes: readonly string[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
);

/** What differs between two locks, a line for each package: `numpy 2.4.5 → 2.4.6`. */
export function lockChanges(before: Lock | undefined, after: Lock): readonly string[] {
  const [old, now] = [before, after].map(lock => byName(lock));
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  const lines = names.flatMap(name => {
    const [was, is] = [old?.get(name), now?.get(name)];
    if (was === is) return [];
    if (was === undefined) return [`+ ${name} ${is}`];
    return is === undefined ? [`- ${name} ${was}`] : [`  ${name} ${was} → ${is}`];
  });
  const isSame = before === undefined || before.requirements === after.requirements;
  return lines.length > 0 || isSame ? lines : ['  other hashes, or other conditions, of the same versions'];
}

/** The versions of each package: of some there are several, for different interpreters. */
function byName(lock: Lock | undefined): ReadonlyMap<string, string> {
  const groups = Map.groupBy(lock?.packages ?? [], ({ name }) => name);
  return new Map([...groups].map(([name, all]) => [name, all.map(({ version }) => version).join(', ')]));
}

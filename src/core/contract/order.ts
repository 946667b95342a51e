import { isMatch } from 'matcher';
import type { LineOrder } from './order-schema.ts';

/** Whether two neighboring lines may swap under an order. */
export type Commutes = (a: string, b: string) => boolean;

/** An order → the pairs of lines that may swap. Everything that an order permits follows from these swaps. */
export function commutation(order: LineOrder): Commutes {
  if (order === 'exact') return () => false;
  if (order === 'any') return () => true;
  const { stages, key } = order;
  const stage = memoize(line => (stages === undefined ? 0 : stageOf(line, stages)));
  const keyIn = memoize(line => (key === undefined ? undefined : keyOf(line, key)));
  const haveOtherKeys = (a: string, b: string): boolean =>
    keyIn(a) !== undefined && keyIn(b) !== undefined && keyIn(a) !== keyIn(b);
  return (a, b) => stage(a) === stage(b) && (key === undefined || haveOtherKeys(a, b));
}

/** Index of the first stage whose glob matches the line; -1 if none does. */
export function stageOf(line: string, stages: readonly string[]): number {
  return stages.findIndex(glob => isMatch(line, glob, { caseSensitive: true }));
}

/** What the group of a key captures; undefined if the key does not match. */
export function keyOf(line: string, key: string): string | undefined {
  return new RegExp(key, 'u').exec(line)?.[1];
}

/**
 * Moves the lines of `actual` towards their places in `recorded`, by permitted swaps alone. The result equals
 * `recorded` exactly if the order permits `actual`: the two are then one trace, in the sense of Mazurkiewicz.
 * Otherwise as many lines as possible are in place, and the rest is what differs.
 */
export function pull(recorded: readonly string[], actual: readonly string[], commutes: Commutes): string[] {
  const rest = [...actual];
  const wanted = count(recorded);
  const pulled: string[] = [];
  for (const line of recorded) {
    const index = rest.indexOf(line);
    wanted.set(line, (wanted.get(line) ?? 0) - 1);
    if (index !== -1 && rest.slice(0, index).every(before => commutes(before, line)))
      pulled.push(...rest.splice(index, 1));
    // A line that nothing asks for takes the place of a missing one: the diff shows the two side by side.
    else if (index === -1 && rest[0] !== undefined && (wanted.get(rest[0]) ?? 0) <= 0)
      pulled.push(...rest.splice(0, 1));
  }
  return [...pulled, ...rest];
}

function count(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Caches the results of a function, which would run for each pair of lines. */
function memoize<T>(classify: (line: string) => T): (line: string) => T {
  const cached = new Map<string, T>();
  return line => {
    if (!cached.has(line)) cached.set(line, classify(line));
    return cached.get(line) as T;
  };
}

import { isMatch } from 'matcher';
import type { LineOrder } from './order-schema.ts';

/** Whether two neighbouring lines may swap places under an order. */
export type Commutes = (a: string, b: string) => boolean;

/** An order → the pairs of lines that may swap. Everything that an order permits follows from these swaps. */
export function commutation(order: LineOrder): Commutes {
  if (order === 'exact') return () => false;
  if (order === 'any') return () => true;
  const { stages, key } = order;
  const sameStage: Commutes =
    stages === undefined
      ? () => true
      : memoised(
          line => stageOf(line, stages),
          (a, b) => a === b,
        );
  const otherKey: Commutes =
    key === undefined
      ? () => true
      : memoised(
          line => keyOf(line, key),
          (a, b) => a !== b && a !== undefined && b !== undefined,
        );
  return (a, b) => sameStage(a, b) && otherKey(a, b);
}

/** Index of the first stage whose glob matches the line; -1 when none does. */
export function stageOf(line: string, stages: readonly string[]): number {
  return stages.findIndex(glob => isMatch(line, glob, { caseSensitive: true }));
}

/** What the key's group captures; undefined when the key does not match. */
export function keyOf(line: string, key: string): string | undefined {
  return new RegExp(key, 'u').exec(line)?.[1];
}

/**
 * Moves the lines of `actual` towards the places that they have in `recorded`, by permitted swaps alone.
 * The result equals `recorded` exactly if the order permits `actual` (the two are then one trace, in
 * the sense of Mazurkiewicz); otherwise as much of it as can be is in place, and the rest is what differs.
 */
export function pull(recorded: readonly string[], actual: readonly string[], commutes: Commutes): string[] {
  const rest = [...actual];
  const wanted = count(recorded);
  const pulled: string[] = [];
  const take = (index: number): void => {
    const [line] = rest.splice(index, 1) as [string];
    pulled.push(line);
  };
  for (const line of recorded) {
    const index = rest.indexOf(line);
    wanted.set(line, (wanted.get(line) ?? 0) - 1);
    if (index !== -1 && rest.slice(0, index).every(before => commutes(before, line))) take(index);
    // Where a recorded line is missing, a line that nothing asks for takes its place: the diff shows the two side by side.
    else if (index === -1 && rest[0] !== undefined && (wanted.get(rest[0]) ?? 0) <= 0) take(0);
  }
  return [...pulled, ...rest];
}

function count(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function memoised<T>(classify: (line: string) => T, related: (a: T, b: T) => boolean): Commutes {
  const known = new Map<string, T>();
  const of = (line: string): T => {
    if (!known.has(line)) known.set(line, classify(line));
    return known.get(line) as T;
  };
  return (a, b) => related(of(a), of(b));
}

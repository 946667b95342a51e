import { isMatch } from 'matcher';
import { z } from 'zod';
import { keyRegexSchema } from './regex.ts';

/** Which orders of the recorded lines are as good as the recorded one. */
export const orderSchema = z.union(
  [
    z.enum(['exact', 'any']),
    z
      .strictObject({
        stages: z
          .array(z.string())
          .min(1)
          .optional()
          .describe(
            'Globs (`*` is any text, the empty one a blank line). A line belongs to the first that ' +
              'matches; stages come in this order, inside one any order.',
          ),
        key: keyRegexSchema
          .optional()
          .describe(
            'Regular expression with one group: lines whose group is equal keep their order, ' +
              'others interleave freely.',
          ),
      })
      .refine(order => order.stages !== undefined || order.key !== undefined, {
        error: 'names neither stages nor a key',
      })
      .meta({ minProperties: 1 }),
  ],
  { error: 'is neither "exact", "any", { stages = […] } nor { key = … }' },
);

export type LineOrder = z.output<typeof orderSchema>;

/** Whether two neighboring lines may swap under an order. */
export type Commutes = (a: string, b: string) => boolean;

/** An order → the pairs of lines that may swap. Everything that an order permits follows from these swaps. */
export function commutation(order: LineOrder): Commutes {
  if (order === 'exact') return () => false;
  if (order === 'any') return () => true;
  const { stages, key } = order;
  const stage = memoize(line => (stages === undefined ? 0 : stageOf(line, stages)));
  const keyIn = memoize(line => (key === undefined ? undefined : lineKey(line, key)));
  const haveOtherKeys = (a: string, b: string): boolean =>
    keyIn(a) !== undefined && keyIn(b) !== undefined && keyIn(a) !== keyIn(b);
  return (a, b) => stage(a) === stage(b) && (key === undefined || haveOtherKeys(a, b));
}

/** Index of the first stage whose glob matches the line; -1 if none does. */
export function stageOf(line: string, stages: readonly string[]): number {
  return stages.findIndex(glob => isMatch(line, glob, { caseSensitive: true }));
}

/** What the group of a key captures; undefined if the key does not match. */
export function lineKey(line: string, key: string): string | undefined {
  return new RegExp(key, 'u').exec(line)?.[1];
}

/**
 * Moves the lines of `actual` towards their places in `recorded`, by permitted swaps alone. The result equals
 * `recorded` exactly if the order permits `actual`: the two are then one trace, in the sense of Mazurkiewicz.
 * Otherwise as many lines as possible are in place, and the rest is what differs.
 */
export function pull(recorded: readonly string[], actual: readonly string[], commutes: Commutes): string[] {
  const rest = [...actual];
  const pulled: string[] = [];
  for (const [at, line] of recorded.entries()) {
    const index = rest.indexOf(line);
    if (index !== -1 && rest.slice(0, index).every(before => commutes(before, line)))
      pulled.push(...rest.splice(index, 1));
    // A line that nothing asks for takes the place of a missing one: the diff shows the two side by side.
    else if (index === -1 && rest[0] !== undefined && recorded.lastIndexOf(rest[0]) <= at)
      pulled.push(...rest.splice(0, 1));
  }
  return [...pulled, ...rest];
}

/** Caches the results of a function, which would run for each pair of lines. */
function memoize<T>(classify: (line: string) => T): (line: string) => T {
  const cached = new Map<string, T>();
  return line => {
    if (!cached.has(line)) cached.set(line, classify(line));
    return cached.get(line) as T;
  };
}

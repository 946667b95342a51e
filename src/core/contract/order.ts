import { isMatch } from 'matcher';
import { z } from 'zod';
import { keyRegexSchema } from '../text/regex.ts';
import { compilePattern } from '../text/pattern.ts';

/** Stages of an order, and characters of a glob. */
const MAX_STAGES = 50;
const MAX_GLOB = 300;

/** Which orders of the recorded lines are as good as the recorded one. */
export const orderSchema = z.union(
  [
    z.enum(['exact', 'any']),
    z
      .strictObject({
        stages: z
          .array(z.string().max(MAX_GLOB))
          .min(1)
          .max(MAX_STAGES)
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

/** What decides with which lines a line may swap. Lines of different stages never may. */
interface Place {
  readonly stage: number;
  /** The key; `FREE` if every line of its stage may swap with it, undefined if none may. */
  readonly key: string | typeof FREE | undefined;
}

const FREE = Symbol('free');

/** An order → the place of a line under it. Everything that an order permits follows from these places. */
function placement(order: LineOrder): (line: string) => Place {
  if (order === 'exact') return () => ({ stage: 0, key: undefined });
  if (order === 'any') return () => ({ stage: 0, key: FREE });
  const { stages, key } = order;
  return memoize(line => ({
    stage: stages === undefined ? 0 : stageOf(line, stages),
    key: key === undefined ? FREE : lineKey(line, key),
  }));
}

/** Index of the first stage whose glob matches the line; -1 if none does. */
export function stageOf(line: string, stages: readonly string[]): number {
  return stages.findIndex(glob => isMatch(line, glob, { caseSensitive: true }));
}

/** What the group of a key captures; undefined if the key does not match. */
export function lineKey(line: string, key: string): string | undefined {
  const group = compilePattern(key).find(line)?.group;
  return group && line.slice(group.start, group.end);
}

/** How many pairs of different lines may swap under an order: how loose it is. */
export function swaps(lines: readonly string[], order: LineOrder): number {
  const place = placement(order);
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const equal = (of: readonly string[], property: (line: string) => unknown): number =>
    [...Map.groupBy(of, property).values()].reduce((sum, each) => sum + pairs(each.length), 0);
  const stages = [...Map.groupBy(lines, line => place(line).stage).values()];
  return stages.reduce((sum, stage) => {
    const movable = stage.filter(line => place(line).key !== undefined);
    // Equal lines have one key, so those pairs are among the pairs of equal keys.
    return (
      sum +
      pairs(movable.length) -
      equal(movable, line => (place(line).key === FREE ? line : place(line).key))
    );
  }, 0);
}

/**
 * Moves the lines of `actual` towards their places in `recorded`, by permitted swaps alone. The result equals
 * `recorded` exactly if the order permits `actual`: the two are then one trace, in the sense of Mazurkiewicz.
 * Otherwise as many lines as possible are in place, and the rest is what differs.
 */
export function pull(recorded: readonly string[], actual: readonly string[], order: LineOrder): string[] {
  const rest = remainder(actual, placement(order));
  const lastPlace = new Map(recorded.map((line, at) => [line, at]));
  const pulled: string[] = [];
  for (const [at, line] of recorded.entries()) {
    const index = rest.firstOf(line);
    const head = rest.head();
    if (index !== undefined) {
      if (rest.mayLead(index)) pulled.push(rest.take(index));
    }
    // A line that nothing asks for takes the place of a missing one: the diff shows the two side by side.
    else if (head !== undefined && (lastPlace.get(actual[head] as string) ?? -1) <= at)
      pulled.push(rest.take(head));
  }
  return [...pulled, ...rest.remaining()];
}

/** Lines that are taken away one by one, each time one that all before it may swap with. */
interface Remainder {
  /** Index of the first line that is left. */
  head(): number | undefined;
  /** Index of the first line that is left and is equal to this one. */
  firstOf(line: string): number | undefined;
  /** Whether every line that is left before this one may swap with it. */
  mayLead(index: number): boolean;
  take(index: number): string;
  remaining(): readonly string[];
}

/**
 * Keeps indices in a queue for each text, each stage, and each key of a stage, so that every question is
 * answered by the first of a few queues: 150,000 lines in reverse take less than a second.
 */
function remainder(lines: readonly string[], place: (line: string) => Place): Remainder {
  const taken = new Set<number>();
  const first = (queue: Queue | undefined): number | undefined => {
    if (queue === undefined) return undefined;
    while (taken.has(queue.indices[queue.next] ?? -1)) queue.next += 1;
    return queue.indices[queue.next];
  };
  const all: Queue = { indices: [...lines.keys()], next: 0 };
  const byText = queues(lines, line => line);
  const byStage = queues(lines, line => place(line).stage);
  const byPlace = queues(lines, line => placeName(place(line)));
  const isLater = (queue: Queue | undefined, index: number): boolean => (first(queue) ?? index) >= index;
  return {
    head: () => first(all),
    firstOf: line => first(byText.get(line)),
    mayLead: index => {
      const own = place(lines[index] as string);
      if (own.key === undefined) return first(all) === index;
      const fixed = { ...own, key: undefined };
      return (
        [...byStage].every(([stage, queue]) => stage === own.stage || isLater(queue, index)) &&
        (own.key === FREE || [own, fixed].every(other => isLater(byPlace.get(placeName(other)), index)))
      );
    },
    take: index => {
      taken.add(index);
      return lines[index] as string;
    },
    remaining: () => lines.filter((_, index) => !taken.has(index)),
  };
}

/** Ascending indices, of which those before `next` are taken. */
interface Queue {
  readonly indices: readonly number[];
  next: number;
}

function queues<T>(lines: readonly string[], property: (line: string) => T): ReadonlyMap<T, Queue> {
  const indices = Map.groupBy(lines.keys(), index => property(lines[index] as string));
  return new Map([...indices].map(([value, each]) => [value, { indices: each, next: 0 }]));
}

function placeName({ stage, key }: Place): string {
  return `${stage} ${typeof key === 'string' ? `=${key}` : String(key)}`;
}

/** Caches the results of a function, which would run for each pair of lines. */
function memoize<T>(classify: (line: string) => T): (line: string) => T {
  const cached = new Map<string, T>();
  return line => {
    if (!cached.has(line)) cached.set(line, classify(line));
    return cached.get(line) as T;
  };
}

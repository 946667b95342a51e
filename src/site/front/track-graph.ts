/** An article of a track, and those of it that come before. */
export interface GraphNode {
  readonly id: string;
  readonly before: readonly string[];
}

/** A line of the graph beside the row of an article. */
export interface GraphRow {
  /** The lane of its dot, from 0. */
  readonly lane: number;
  /** Lanes whose lines bend into its dot: those of the articles before it. */
  readonly incoming: readonly number[];
  /** Lanes whose lines pass its dot. */
  readonly passing: readonly number[];
  /** Lanes whose lines go on below its dot, its own among them if others build on it. */
  readonly below: readonly number[];
}

/**
 * Lays the articles of a track out as a graph of lanes, one row for each in the order of reading: a line
 * leads from each article down to those that build on it. A line that others make superfluous is left out.
 */
export function trackGraph(nodes: readonly GraphNode[]): readonly GraphRow[] {
  const before = directBefore(nodes);
  const last = nodes.map((_, index) => before.findLastIndex(each => each.includes(index)));
  /** The node whose line a lane has; undefined if it is free. */
  const lanes: (number | undefined)[] = [];
  const laneOf = (node: number): number => lanes.indexOf(node);
  return nodes.map((_, index) => {
    const sources = before[index] ?? [];
    const incoming = sources.map(laneOf).toSorted((a, b) => a - b);
    const ending = incoming.filter(lane => last[lanes[lane] ?? 0] === index);
    for (const lane of ending) lanes[lane] = undefined;
    const passing = usedLanes(lanes);
    const free = lanes.indexOf(undefined);
    const lane = ending[0] ?? (free === -1 ? lanes.length : free);
    lanes[lane] = (last[index] ?? -1) > index ? index : undefined;
    return { lane, incoming, passing, below: usedLanes(lanes) };
  });
}

function usedLanes(lanes: readonly (number | undefined)[]): readonly number[] {
  return lanes.flatMap((node, lane) => (node === undefined ? [] : lane));
}

/** For each node the nodes above it that it builds on, without those that another of them builds on. */
function directBefore(nodes: readonly GraphNode[]): readonly (readonly number[])[] {
  const position = new Map(nodes.map(({ id }, index) => [id, index]));
  /** For each node all that are before it, by any way. */
  const all: ReadonlySet<number>[] = [];
  return nodes.map(({ before }, index) => {
    const named = before.flatMap(id => position.get(id) ?? []).filter(each => each < index);
    const behind = new Set(named.flatMap(each => [...(all[each] ?? [])]));
    all.push(new Set([...named, ...behind]));
    return [...new Set(named)].filter(each => !behind.has(each));
  });
}

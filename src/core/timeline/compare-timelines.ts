import { compareLanes, isSure, type PairedWait, type StructureOptions } from './lane-structure.ts';
import type { Lane, Timeline } from './timeline.ts';

/** What differs between a recorded timeline and that of a run. */
interface TimelineDifference {
  /** What another lane did, or which lane is missing or new: lines for a message. */
  readonly structure?: string | undefined;
  /** Waits whose length is another one, each as a sentence. */
  readonly lengths: readonly string[];
}

/** A wait may be longer or shorter by this share of the whole picture. */
const TOLERANCE = 0.1;
/** One that no clock ends may be so by this share of itself: another machine starts and computes faster. */
const TOLERANCE_OF_OTHERS = 0.6;
/** Calls that a clock ends: how long they take is up to the sample. */
const SLEEPS: ReadonlySet<string> = new Set(['time.sleep', 'asyncio.sleep']);
/** Lanes of one name but for its number may change places: workers of a pool, tasks. */
const withoutNumbers = (name: string): string => name.replaceAll(/\d+/g, '#');
const sameName = (a: string, b: string): boolean => withoutNumbers(a) === withoutNumbers(b);

/** Compares the structure of two timelines: lanes, waits, lines, outputs and handovers; then lengths. */
export function compareTimelines(
  recorded: Timeline,
  actual: Timeline,
  { resolution, masked }: Pick<StructureOptions, 'resolution' | 'masked'>,
): TimelineDifference {
  const options = { resolution, masked, sameName };
  const unused = new Set(actual.lanes);
  const matches = new Map<Lane, Lane>();
  const pairs: (PairedWait & { readonly lane: Lane })[] = [];
  for (const lane of recorded.lanes) {
    // That of the same name comes first.
    const alike = [...unused]
      .filter(each => each.kind === lane.kind && sameName(each.name, lane.name))
      .toSorted((a, b) => Number(b.name === lane.name) - Number(a.name === lane.name));
    if (alike.length === 0) return { structure: `Lane "${lane.name}" is missing.`, lengths: [] };
    const compared = alike.map(each => ({ each, ...compareLanes(lane, each, options) }));
    const found = compared.find(each => 'pairs' in each);
    if (found === undefined) {
      const [difference] = compared.flatMap(each => ('difference' in each ? each.difference : []));
      return { structure: `Lane "${lane.name}":\n${difference}`, lengths: [] };
    }
    unused.delete(found.each);
    matches.set(lane, found.each);
    pairs.push(...found.pairs.map(pair => ({ ...pair, lane })));
  }
  const [added] = unused;
  if (added !== undefined) return { structure: `Lane "${added.name}" is new.`, lengths: [] };
  return (
    otherHolder(recorded, actual, pairs, matches) ??
    otherHandovers(recorded, actual, matches, resolution) ?? {
      lengths: otherLengths(recorded, pairs, resolution),
    }
  );
}

/** A wait for a lock that another lane holds now. */
function otherHolder(
  recorded: Timeline,
  actual: Timeline,
  pairs: readonly (PairedWait & { readonly lane: Lane })[],
  matches: ReadonlyMap<Lane, Lane>,
): TimelineDifference | undefined {
  const named = (lane: Lane | undefined): string => lane?.name ?? 'no lane';
  for (const { recorded: before, actual: now, lane } of pairs) {
    const [holder, holds] = [recorded.lanes[before.heldBy ?? -1], actual.lanes[now.heldBy ?? -1]];
    if (holder === undefined && holds === undefined) continue;
    if (holder !== undefined && matches.get(holder) === holds) continue;
    const where = `waits in ${before.call}${before.on === undefined ? '' : ` for ${before.on}`}, held by`;
    return {
      structure: `Lane "${lane.name}":\n- ${where} ${named(holder)}\n+ ${where} ${named(holds)}`,
      lengths: [],
    };
  }
  return undefined;
}

/** Handovers between lanes that are others now. Those of short waits may be missing. */
function otherHandovers(
  recorded: Timeline,
  actual: Timeline,
  matches: ReadonlyMap<Lane, Lane>,
  resolution: number,
): TimelineDifference | undefined {
  const count = ({ lanes, handovers }: Timeline, from: Lane, to: Lane): readonly number[] => {
    const sure = handovers.filter(each => lanes[each.from] === from && lanes[each.to] === to);
    const long = sure.filter(({ until, to: at }) =>
      lanes[at]?.items.some(each => each.kind === 'wait' && each.to === until && isSure(each, resolution)),
    );
    return [long.length, sure.length];
  };
  for (const from of recorded.lanes)
    for (const to of recorded.lanes) {
      const [before = 0, atMost = 0] = count(recorded, from, to);
      const [now = 0, most = 0] = count(actual, matches.get(from) as Lane, matches.get(to) as Lane);
      if (before > most || now > atMost)
        return {
          structure: `Lane "${to.name}":\n- goes on ${atMost} times because of ${from.name}\n+ ${most} times`,
          lengths: [],
        };
    }
  return undefined;
}

function otherLengths(
  { seconds }: Timeline,
  pairs: readonly (PairedWait & { readonly lane: Lane })[],
  resolution: number,
): readonly string[] {
  const common = Math.max(TOLERANCE * seconds, 2 * resolution);
  return pairs.flatMap(({ recorded, actual, lane }) => {
    if (recorded.endless === true) return [];
    const [before, now] = [recorded.to - recorded.from, actual.to - actual.from];
    const own = SLEEPS.has(recorded.call) ? 0 : TOLERANCE_OF_OTHERS * Math.max(before, now);
    if (Math.abs(before - now) <= Math.max(common, own)) return [];
    const line = recorded.line === undefined ? '' : `, line ${recorded.line},`;
    const where = `lane "${lane.name}" waits ${now.toFixed(2)} s in ${recorded.call}${line}`;
    return [`${where} and not ${before.toFixed(2)} s`];
  });
}

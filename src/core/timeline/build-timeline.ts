import type { Handover, Lane, LaneItem, Timeline } from './timeline.ts';
import type { WatchedLane, WatchedOutput, WatchedRun, WatchedWait } from './watched-lanes.ts';

/** How a picture is made of events. */
export interface TimelineOptions {
  /** Waits shorter than this are left out, in seconds. */
  readonly resolution: number;
  /** Whether it shows which thread has the interpreter. */
  readonly turns: boolean;
  /** Whether the run got stuck and was ended: waits that did not end never would. */
  readonly isStuck: boolean;
}

/** What the harness calls the wait of a thread for its event loop. The tasks of the loop are lanes too. */
const EVENT_LOOP = 'asyncio.run';
const FORK_SERVER = 'fork server';
/** Until a thread has started, the one that starts it waits: on a busy machine, long enough to be seen. */
const STARTING = 'Thread.start';
/** How long the picture goes on after the last event of a run that got stuck: a share of what was before. */
const AFTER = 0.25;
/** A turn of the interpreter that is shorter is not shown, in seconds. */
const SHORTEST_TURN = 0.002;

/** A watched run → what each lane did; without lanes if the sample did not begin. */
export function buildTimeline(run: WatchedRun, options: TimelineOptions): Timeline {
  const shown = run.lanes
    .map(lane => relevant(lane, run, options))
    .filter(lane => isShown(lane, run, options));
  const end = run.last + (options.isStuck ? Math.max(0.2e9, (run.last - run.start) * AFTER) : 0);
  const seconds = (time: number): number => Math.max(0, Math.round((time - run.start) / 1e6) / 1000);
  const index = new Map(shown.map(({ id }, at) => [id, at]));
  const hasProcesses = shown.some(({ kind }) => kind === 'process');
  const turns = options.turns ? turnsOf(shown, end) : undefined;
  const printed = outputsOf(shown);
  const lanes = shown.map((lane, at): Lane => {
    const isMain = hasProcesses && lane.kind === 'thread' && lane.name === 'MainThread';
    const to = lane.to ?? end;
    return {
      kind: isMain ? 'process' : lane.kind,
      name: isMain ? 'MainProcess' : laneName(lane, shown),
      from: seconds(lane.from),
      to: seconds(to),
      items: lane.items
        .map((item): LaneItem => {
          if (item.kind === 'wait') return shownWait(item, to, index, seconds, options.isStuck);
          const { kind, line, stream, text } = item;
          const number = printed.indexOf(item) + 1;
          return {
            kind,
            at: seconds(item.at),
            number,
            ...(line === undefined ? {} : { line }),
            stream,
            text,
          };
        })
        .toSorted((a, b) => startOf(a) - startOf(b)),
      ...(turns === undefined
        ? {}
        : { turns: (turns[at] ?? []).map(([from, until]) => [seconds(from), seconds(until)]) }),
    };
  });
  return { seconds: seconds(end), lanes, handovers: handoversOf(shown, index, seconds) };
}

const startOf = (item: LaneItem): number => (item.kind === 'wait' ? item.from : item.at);
const lengthOf = ({ from, to }: WatchedWait, end: number): number => ((to ?? end) - from) / 1e9;

/** A lane without what no picture shows: what was before the sample, and what takes no time. */
function relevant(
  lane: WatchedLane,
  { start, last }: WatchedRun,
  { resolution, isStuck }: TimelineOptions,
): WatchedLane {
  const isRelevant = (wait: WatchedWait): boolean =>
    (wait.to === undefined ? isStuck || (lane.to ?? last) > start : wait.to > start) &&
    (lengthOf(wait, lane.to ?? last) >= resolution || (wait.to === undefined && isStuck)) &&
    // What a library of a process waits for, no line of the sample waits for.
    (wait.line !== undefined || lane.kind === 'thread') &&
    lane.name !== FORK_SERVER &&
    wait.call !== STARTING;
  return { ...lane, items: lane.items.filter(item => item.kind === 'output' || isRelevant(item)) };
}

/** Whether a lane shows anything: the thread of an event loop and the helpers of a library do not. */
function isShown(lane: WatchedLane, { start, last }: WatchedRun, { resolution }: TimelineOptions): boolean {
  if ((lane.to ?? last) < start) return false;
  const ownItems = lane.items.filter(item => item.kind === 'output' || item.call !== EVENT_LOOP);
  if (lane.kind === 'task') return ownItems.length > 0 || ((lane.to ?? last) - lane.from) / 1e9 >= resolution;
  if (lane.kind === 'process' && lane.name.startsWith('process ')) return ownItems.length > 0;
  return lane.items.length === 0 || ownItems.length > 0;
}

/** The name of a lane. The number of a process is another one in each run, so they are counted. */
function laneName(lane: WatchedLane, all: readonly WatchedLane[]): string {
  if (lane.kind !== 'process' || !/^process \d+$/.test(lane.name)) return lane.name;
  return `process ${all.filter(each => /^process \d+$/.test(each.name)).indexOf(lane) + 1}`;
}

/** The lines of output of all lanes, in the order in which they were printed. */
function outputsOf(lanes: readonly WatchedLane[]): readonly WatchedOutput[] {
  return lanes
    .flatMap(({ items }) => items.filter(item => item.kind === 'output'))
    .toSorted((a, b) => a.at - b.at);
}

function shownWait(
  { from, to, call, line, on, holder }: WatchedWait,
  end: number,
  index: ReadonlyMap<string, number>,
  seconds: (time: number) => number,
  isStuck: boolean,
): LaneItem {
  const heldBy = index.get(holder ?? '');
  return {
    kind: 'wait',
    from: seconds(from),
    to: seconds(Math.min(to ?? end, end)),
    call,
    ...(line === undefined ? {} : { line }),
    ...(on === undefined ? {} : { on }),
    ...(heldBy === undefined ? {} : { heldBy }),
    ...(to === undefined && isStuck ? { endless: true } : {}),
  };
}

/** What one lane did to end the wait of another. */
function handoversOf(
  lanes: readonly WatchedLane[],
  index: ReadonlyMap<string, number>,
  seconds: (time: number) => number,
): Handover[] {
  return lanes.flatMap(({ items }, to) =>
    items.flatMap(item => {
      if (item.kind === 'output' || item.releasedBy === undefined || item.to === undefined) return [];
      const from = index.get(item.releasedBy.lane);
      if (from === undefined || from === to) return [];
      return [{ from, at: seconds(item.releasedBy.at), to, until: seconds(item.to) }];
    }),
  );
}

/** When each lane had the interpreter: from its turn to that of another, or to its next wait. */
function turnsOf(lanes: readonly WatchedLane[], end: number): [number, number][][] {
  const all = lanes
    .flatMap(({ turns }, lane) => turns.map(at => ({ at, lane })))
    .toSorted((a, b) => a.at - b.at);
  const found: [number, number][][] = lanes.map(() => []);
  let last: number | undefined;
  for (const [index, { at, lane }] of all.entries()) {
    const { items = [], to = end } = lanes[lane] ?? {};
    const waits = items.flatMap(item => (item.kind === 'wait' ? [item.from] : []));
    const until = Math.min(all[index + 1]?.at ?? end, to, ...waits.filter(from => from >= at));
    if ((until - at) / 1e9 < SHORTEST_TURN) continue;
    const own = found[lane] ?? [];
    const before = own.at(-1);
    // What was between is too short to be seen, unless the lane itself waited.
    const goesOn =
      before !== undefined && last === lane && !waits.some(from => from >= before[1] && from <= at);
    if (goesOn) before[1] = until;
    else own.push([at, until]);
    last = lane;
  }
  return found;
}

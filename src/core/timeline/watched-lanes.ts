import { parseEvents, type WatchEvent } from './events.ts';

/** A wait of a lane as it was reported; times in nanoseconds. */
export interface WatchedWait {
  readonly kind: 'wait';
  readonly from: number;
  /** Absent if it did not end. */
  to?: number;
  readonly call: string;
  readonly line?: number | undefined;
  readonly on?: string | undefined;
  holder?: string | undefined;
  /** Whether time alone ends it. */
  readonly isTimed: boolean;
  /** The lane that ended it, and when it did. */
  releasedBy?: { readonly lane: string; readonly at: number };
}

export interface WatchedOutput {
  readonly kind: 'output';
  readonly at: number;
  readonly line?: number | undefined;
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/** A thread, a task or a process of a watched run. */
export interface WatchedLane {
  readonly id: string;
  readonly kind: 'thread' | 'task' | 'process';
  name: string;
  readonly from: number;
  to?: number;
  readonly items: (WatchedWait | WatchedOutput)[];
  readonly turns: number[];
  /** Set while it waits. */
  open?: WatchedWait;
}

/** Lanes in the order in which they begin, and the time at which the sample itself does. */
export interface WatchedRun {
  readonly lanes: readonly WatchedLane[];
  readonly start: number;
  /** The time of the last event. */
  readonly last: number;
}

/** What a watched run reported, as text → its lanes. The output of a lane is collected into lines. */
export function watchedRun(text: string): WatchedRun {
  return lanesOf(parseEvents(text));
}

function lanesOf(events: readonly WatchEvent[]): WatchedRun {
  const lanes = new Map<string, WatchedLane>();
  const parts = new Map<string, WatchedOutput>();
  let [start, last] = [0, 0];
  for (const event of events) {
    const [kind, id] = event;
    if (typeof event[2] === 'number') last = Math.max(last, event[2]);
    if (kind === 'start') {
      const [, , from, ofKind, name] = event;
      lanes.set(id, { id, kind: ofKind, name, from, items: [], turns: [] });
      continue;
    }
    const lane = lanes.get(id ?? '');
    if (lane === undefined) continue;
    // The sample's own process begins first; others run the file too, to import it.
    if (kind === 'begin') start ||= event[2];
    else if (kind === 'name') lane.name = event[2];
    else if (kind === 'held' && lane.open !== undefined) lane.open.holder ??= event[2];
    else if (kind === 'end') lane.to = event[2];
    else if (kind === 'turn') lane.turns.push(event[2]);
    else if (kind === 'wait') beginWait(lane, event);
    else if (kind === 'go') endWait(lane, event);
    else if (kind === 'out' || kind === 'err') addOutput(lane, event, parts);
  }
  // What a lane wrote last may lack its line feed.
  for (const [key, rest] of parts) lanes.get(key.split(' ')[0] ?? '')?.items.push(rest);
  // What other processes reported comes last.
  return { lanes: [...lanes.values()].toSorted((a, b) => a.from - b.from), start, last };
}

/** Whether the process of the sample was watched to its end, if it was watched at all. */
export function endedWatched({ lanes: [first] }: WatchedRun): boolean {
  return first === undefined || first.to !== undefined;
}

function beginWait(lane: WatchedLane, event: WatchEvent & { 0: 'wait' }): void {
  const [, , from, line, call, on, holder, isTimed] = event;
  if (lane.open !== undefined) lane.open.to = from;
  const wait: WatchedWait = {
    kind: 'wait',
    from,
    call,
    line: line ?? undefined,
    on: on ?? undefined,
    holder: holder ?? undefined,
    isTimed,
  };
  lane.open = wait;
  lane.items.push(wait);
}

function endWait(lane: WatchedLane, [, , at, releaser, released]: WatchEvent & { 0: 'go' }): void {
  const { open } = lane;
  if (open === undefined) return;
  open.to = at;
  if (releaser !== null && released !== null) open.releasedBy = { lane: releaser, at: released };
  delete lane.open;
}

/** Adds what a lane wrote: a line begins with its first part, and ends with a line feed. */
function addOutput(
  lane: WatchedLane,
  [stream, , at, line, text]: WatchEvent & { 0: 'out' | 'err' },
  parts: Map<string, WatchedOutput>,
): void {
  const key = `${lane.id} ${stream}`;
  const pieces = text.split('\n');
  for (const [index, piece] of pieces.entries()) {
    const before = parts.get(key);
    const whole: WatchedOutput =
      before === undefined
        ? { kind: 'output', at, line: line ?? undefined, stream, text: piece }
        : { ...before, text: before.text + piece };
    const isLast = index === pieces.length - 1;
    if (isLast && whole.text === '') continue;
    if (isLast) parts.set(key, whole);
    else {
      parts.delete(key);
      lane.items.push(whole);
    }
  }
}

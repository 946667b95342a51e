import type { Handover, Lane, LaneOutput, Timeline, Wait } from '../../../core/timeline/timeline.ts';
import type { Words } from '../../../core/words/en/en.ts';
import { oneLine, visible } from './visible-text.ts';

type TimelineWords = Words['timeline'];

/** The axis of a drawing has this length at least, in seconds. */
export const SHORTEST = 0.01;

/** One line of output of a timeline. */
export interface NumberedOutput extends LaneOutput {
  /** Index of the lane that printed it. */
  readonly lane: number;
}

/** All lines of output of a timeline, in the order in which they were printed. */
export function numberedOutputs({ lanes }: Timeline): readonly NumberedOutput[] {
  return lanes
    .flatMap(({ items }, lane) =>
      items.flatMap(item => (item.kind === 'output' ? [{ ...item, text: visible(item.text), lane }] : [])),
    )
    .toSorted((a, b) => a.number - b.number);
}

/** What a lane waits for: a sleep ends by itself, a lock is released, anything else is done by others. */
export function waitForm({ call }: Pick<Wait, 'call'>): 'sleep' | 'lock' | 'other' {
  if (/sleep$/.test(call)) return 'sleep';
  return /lock|semaphore|condition/i.test(call) ? 'lock' : 'other';
}

/** Whether a thread of a library waits for work: the harness calls it so. No line of the sample does. */
export function isIdle({ call, line }: Pick<Wait, 'call' | 'line'>): boolean {
  return call === 'work' && line === undefined;
}

/** The names of lanes that hold a lock, as people call them: `Thread-1`, not `Thread-1 (left)`. */
export function holderOf({ lanes }: Timeline, { heldBy }: Pick<Wait, 'heldBy'>): string | undefined {
  const name = heldBy === undefined ? undefined : lanes[heldBy]?.name;
  return name === undefined ? undefined : oneLine(name).replace(/(?<=\S) \(.*\)$/, '');
}

/** One fact of a lane, as a sentence without a full stop; what is code is apart. */
export interface ListedFact {
  readonly at: number;
  readonly words: string;
  /** What it calls, or what it prints. */
  readonly code?: string | undefined;
  /** What follows the code. */
  readonly rest: string;
  readonly line?: number | undefined;
  /** The number of the line of output. */
  readonly number?: number | undefined;
}

/** A lane with everything that happens in it. */
export interface ListedLane {
  readonly name: string;
  /** `thread, from 0 s to 1.007 s` */
  readonly life: string;
  readonly facts: readonly ListedFact[];
}

/** The facts of a drawing, for readers who do not see it. Pages and Markdown editions share them. */
export function listedLanes(timeline: Timeline, words: TimelineWords): readonly ListedLane[] {
  return timeline.lanes.map((lane, index) => {
    const facts = lane.items.map(item =>
      item.kind === 'wait' ? waitFact(item, timeline, index, words) : outputFact(item, words),
    );
    return {
      name: oneLine(lane.name),
      life: words.life(lane.kind, words.seconds(lane.from), words.seconds(lane.to)) + turnsText(lane, words),
      facts,
    };
  });
}

function waitFact(wait: Wait, timeline: Timeline, lane: number, words: TimelineWords): ListedFact {
  const { from, to, call, on, line, endless } = wait;
  const holder = holderOf(timeline, wait);
  const byOther = holder === undefined ? '' : `, ${words.heldBy(holder)}`;
  const held = wait.heldBy === lane ? words.heldByItself : byOther;
  const [begin, end] = [words.seconds(from), words.seconds(to)];
  return {
    at: from,
    words:
      (endless === true ? words.endless(begin) : words.span(begin, end)) +
      (isIdle(wait) ? words.waitsFor : words.waitsIn),
    code: oneLine(call),
    rest: `${on === undefined ? '' : words.waitsOn(oneLine(on))}${held}`,
    line,
  };
}

function outputFact({ at, stream, text, line, number }: LaneOutput, words: TimelineWords): ListedFact {
  return {
    at,
    words: `${words.seconds(at)}: ${stream === 'err' ? words.printsError : words.prints}`,
    code: oneLine(visible(text)),
    rest: '',
    line,
    number,
  };
}

function turnsText({ turns }: Lane, words: TimelineWords): string {
  if (turns === undefined) return '';
  const sum = turns.reduce((total, [from, to]) => total + (to - from), 0);
  return words.turns(turns.length, words.seconds(Number(sum.toFixed(3))));
}

/** `0.102 s: Thread-2 lets Thread-1 go on, at 0.103 s`: which lane ended a wait of which. */
export function handoverText(
  { from, at, to, until }: Handover,
  { lanes }: Timeline,
  words: TimelineWords,
): string {
  const [giver = '', taker = ''] = [lanes[from]?.name, lanes[to]?.name].map(name => oneLine(name ?? ''));
  return words.handover(words.seconds(at), giver, taker, words.seconds(until));
}

/** What a picture shows, in one sentence: `Timeline of 3 threads over 1.007 s: MainThread, …`. */
export function drawingLabel({ lanes, seconds }: Timeline, words: TimelineWords): string {
  const counts = [...Map.groupBy(lanes, ({ kind }) => kind)].map(
    ([kind, { length }]) => [kind, length] as const,
  );
  const names = lanes.map(({ name }) => oneLine(name));
  return words.label(counts, words.seconds(seconds), names);
}

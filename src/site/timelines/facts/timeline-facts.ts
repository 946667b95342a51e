import type { Handover, Lane, LaneOutput, Timeline, Wait } from '../../../core/timeline/timeline.ts';
import { oneLine, visible } from './visible-text.ts';

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

/** `0.5 s`, `0.504 s`: as the data has it. */
export function secondsText(seconds: number): string {
  return `${seconds} s`;
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
export function listedLanes(timeline: Timeline): readonly ListedLane[] {
  return timeline.lanes.map((lane, index) => {
    const facts = lane.items.map(item =>
      item.kind === 'wait' ? waitFact(item, timeline, index) : outputFact(item),
    );
    return {
      name: oneLine(lane.name),
      life: `${lane.kind}, from ${secondsText(lane.from)} to ${secondsText(lane.to)}${turnsText(lane)}`,
      facts,
    };
  });
}

function waitFact(wait: Wait, timeline: Timeline, lane: number): ListedFact {
  const { from, to, call, on, line, endless } = wait;
  const holder = holderOf(timeline, wait);
  const held = holder === undefined ? '' : wait.heldBy === lane ? ', which it holds' : `, held by ${holder}`;
  const verb = isIdle(wait) ? 'waits for' : 'waits in';
  return {
    at: from,
    words:
      endless === true
        ? `from ${secondsText(from)} without end: ${verb} `
        : `${secondsText(from)} to ${secondsText(to)}: ${verb} `,
    code: oneLine(call),
    rest: `${on === undefined ? '' : ` for ${oneLine(on)}`}${held}`,
    line,
  };
}

function outputFact({ at, stream, text, line, number }: LaneOutput): ListedFact {
  const where = stream === 'err' ? ' as error output' : '';
  return {
    at,
    words: `${secondsText(at)}: prints${where} `,
    code: oneLine(visible(text)),
    rest: '',
    line,
    number,
  };
}

function turnsText({ turns }: Lane): string {
  if (turns === undefined) return '';
  const sum = turns.reduce((total, [from, to]) => total + (to - from), 0);
  const times = turns.length === 1 ? 'once' : `${turns.length} times`;
  return `, has the interpreter ${times}, for ${Number(sum.toFixed(3))} s in all`;
}

/** `0.102 s: Thread-2 lets Thread-1 go on, at 0.103 s`: which lane ended a wait of which. */
export function handoverText({ from, at, to, until }: Handover, { lanes }: Timeline): string {
  const [giver = '', taker = ''] = [lanes[from]?.name, lanes[to]?.name].map(name => oneLine(name ?? ''));
  return `${secondsText(at)}: ${giver} lets ${taker} go on, at ${secondsText(until)}`;
}

const NOUNS = { thread: 'threads', task: 'tasks', process: 'processes' } as const;

/** What a picture shows, in one sentence: `Timeline of 3 threads over 1.007 s: MainThread, …`. */
export function drawingLabel({ lanes, seconds }: Timeline): string {
  const kinds = [...new Set(lanes.map(({ kind }) => kind))];
  const count = (kind: Lane['kind']): string => {
    const number = lanes.filter(lane => lane.kind === kind).length;
    return `${number} ${number === 1 ? kind : NOUNS[kind]}`;
  };
  const names = lanes.map(({ name }) => oneLine(name)).join(', ');
  return `Timeline of ${kinds.map(count).join(' and ')} over ${secondsText(seconds)}: ${names}.`;
}

import type { Words } from '../../../core/words/en/en.ts';
import { escapeSequence, UNSAFE } from '../../../core/text/invisible.ts';
import type { Handover, Lane, LaneOutput, Timeline, Wait } from '../../../core/timeline/timeline.ts';

type TimelineWords = Words['timeline'];

/** A line of output, with the lane that printed it. */
export interface ExpectedOutput extends LaneOutput {
  readonly lane: number;
}

/** What the list has of a lane: its head, and a line for each thing that happens. */
export interface ExpectedLane {
  readonly name: string;
  readonly life: string;
  readonly facts: readonly ExpectedFact[];
}

interface ExpectedFact {
  readonly before: string;
  /** Empty for an empty line of output. */
  readonly code: string;
  readonly after: string;
  readonly line?: number | undefined;
}

/** A text of a sample as pages show it: what a browser hides or obeys has an escape. */
export const printedAsShown = (text: string): string => text.replaceAll(UNSAFE, escapeSequence);

/** The same in one line. */
export const inOneLine = (text: string): string =>
  printedAsShown(text.split(/\s+/).filter(Boolean).join(' '));

/** All lines of output, by their numbers. */
export function expectedOutputs({ lanes }: Timeline): readonly ExpectedOutput[] {
  const found = lanes.flatMap((lane, index) =>
    lane.items.filter(item => item.kind === 'output').map(item => ({ ...item, lane: index })),
  );
  return found.toSorted((one, other) => one.number - other.number);
}

/** What the list has of each lane. */
export function expectedLanes(timeline: Timeline, words: TimelineWords): readonly ExpectedLane[] {
  return timeline.lanes.map((lane, index) => ({
    name: inOneLine(lane.name),
    life: words.life(lane.kind, words.seconds(lane.from), words.seconds(lane.to)) + turnsOf(lane, words),
    facts: lane.items.map(item =>
      item.kind === 'wait' ? waitFact(item, timeline, index, words) : outputFact(item, words),
    ),
  }));
}

/** The lane that holds what a wait is for: its name without the function that the lane runs. */
export function holderName({ lanes }: Timeline, { heldBy }: Wait): string | undefined {
  const { name } = lanes[heldBy ?? -1] ?? {};
  return name === undefined ? undefined : inOneLine(name).replace(/(\S) \(.*\)$/, '$1');
}

function waitFact(wait: Wait, timeline: Timeline, own: number, words: TimelineWords): ExpectedFact {
  const { from, to, on, endless } = wait;
  const begin = words.seconds(from);
  const until = endless === true ? words.endless(begin) : words.span(begin, words.seconds(to));
  const holder = holderName(timeline, wait);
  const what = on === undefined ? '' : words.waitsOn(inOneLine(on));
  const owner = wait.heldBy === own ? words.heldByItself : `, ${words.heldBy(holder ?? '')}`;
  const held = holder === undefined ? '' : owner;
  const verb = wait.line === undefined && wait.call === 'work' ? words.waitsFor : words.waitsIn;
  return { before: `${until}${verb}`, code: inOneLine(wait.call), after: `${what}${held}`, line: wait.line };
}

function outputFact({ at, stream, text, line }: LaneOutput, words: TimelineWords): ExpectedFact {
  const verb = stream === 'err' ? words.printsError : words.prints;
  return { before: `${words.seconds(at)}: ${verb}`, code: inOneLine(text), after: '', line };
}

function turnsOf({ turns }: Lane, words: TimelineWords): string {
  if (turns === undefined) return '';
  const sum = turns.reduce((all, [from, to]) => all + to - from, 0);
  return words.turns(turns.length, words.seconds(Number(sum.toFixed(3))));
}

/** What the list has of a handover. */
export function expectedHandover(
  { from, at, to, until }: Handover,
  { lanes }: Timeline,
  words: TimelineWords,
): string {
  const name = (lane: number): string => inOneLine(lanes[lane]?.name ?? '');
  return words.handover(words.seconds(at), name(from), name(to), words.seconds(until));
}

/** How a wait is drawn: by what its call is. */
export function waitClass({ call }: Wait): 'sleep' | 'lock' | 'other' {
  if (call.endsWith('sleep')) return 'sleep';
  return ['lock', 'semaphore', 'condition'].some(word => call.toLowerCase().includes(word))
    ? 'lock'
    : 'other';
}

/** The forms that a drawing has, each with its meaning, as the key below it shows them. */
export function expectedKey(
  { lanes, handovers }: Timeline,
  { key }: TimelineWords,
): readonly (readonly [form: string, meaning: string])[] {
  const items = lanes.flatMap(lane => lane.items);
  const waits = items.filter(item => item.kind === 'wait');
  const has = (name: string): boolean => waits.some(wait => waitClass(wait) === name);
  const turns = lanes.some(lane => lane.turns !== undefined);
  const entries: readonly (readonly [boolean, string, string])[] = [
    [true, 'rect.run', turns ? key.hasInterpreter : key.runs],
    [turns, 'rect.ready', key.couldRun],
    [has('sleep'), 'rect.wait.sleep', key.sleeps],
    [has('lock'), 'rect.wait.lock', key.lock],
    [has('other'), 'rect.wait.other', has('lock') ? key.other : key.waits],
    [waits.length < items.length, 'g.number rect text 1', key.prints],
    [handovers.length > 0, 'path.handover', key.ends],
    [waits.some(wait => wait.endless), 'text.endless ∞', key.endless],
  ];
  return entries.flatMap(([isUsed, form, meaning]) => (isUsed ? [[form, meaning] as const] : []));
}

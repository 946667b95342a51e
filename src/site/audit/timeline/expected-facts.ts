import { escapeSequence, UNSAFE } from '../../../core/text/invisible.ts';
import type { Handover, Lane, LaneOutput, Timeline, Wait } from '../../../core/timeline/timeline.ts';

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
export function expectedLanes(timeline: Timeline): readonly ExpectedLane[] {
  return timeline.lanes.map((lane, index) => ({
    name: inOneLine(lane.name),
    life: `${lane.kind}, from ${lane.from} s to ${lane.to} s${turnsOf(lane)}`,
    facts: lane.items.map(item =>
      item.kind === 'wait' ? waitFact(item, timeline, index) : outputFact(item),
    ),
  }));
}

/** The lane that holds what a wait is for: its name without the function that the lane runs. */
export function holderName({ lanes }: Timeline, { heldBy }: Wait): string | undefined {
  const { name } = lanes[heldBy ?? -1] ?? {};
  return name === undefined ? undefined : inOneLine(name).replace(/(\S) \(.*\)$/, '$1');
}

function waitFact(wait: Wait, timeline: Timeline, own: number): ExpectedFact {
  const { from, to, on, endless } = wait;
  const until = endless === true ? `from ${from} s without end` : `${from} s to ${to} s`;
  const holder = holderName(timeline, wait);
  const what = on === undefined ? '' : ` for ${inOneLine(on)}`;
  const owner = wait.heldBy === own ? 'which it holds' : `held by ${holder ?? ''}`;
  const held = holder === undefined ? '' : `, ${owner}`;
  const preposition = wait.line === undefined && wait.call === 'work' ? 'for' : 'in';
  return {
    before: `${until}: waits ${preposition} `,
    code: inOneLine(wait.call),
    after: `${what}${held}`,
    line: wait.line,
  };
}

function outputFact({ at, stream, text, line }: LaneOutput): ExpectedFact {
  const as = stream === 'err' ? 'as error output ' : '';
  return { before: `${at} s: prints ${as}`, code: inOneLine(text), after: '', line };
}

function turnsOf({ turns }: Lane): string {
  if (turns === undefined) return '';
  const sum = turns.reduce((all, [from, to]) => all + to - from, 0);
  const often = turns.length === 1 ? 'once' : `${turns.length} times`;
  return `, has the interpreter ${often}, for ${Number(sum.toFixed(3))} s in all`;
}

/** What the list has of a handover. */
export function expectedHandover({ from, at, to, until }: Handover, { lanes }: Timeline): string {
  const name = (lane: number): string => inOneLine(lanes[lane]?.name ?? '');
  return `${at} s: ${name(from)} lets ${name(to)} go on, at ${until} s`;
}

/** How a wait is drawn: by what its call is. */
export function waitClass({ call }: Wait): 'sleep' | 'lock' | 'other' {
  if (call.endsWith('sleep')) return 'sleep';
  return ['lock', 'semaphore', 'condition'].some(word => call.toLowerCase().includes(word))
    ? 'lock'
    : 'other';
}

/** The forms that a drawing has, each with its meaning, as the key below it shows them. */
export function expectedKey({
  lanes,
  handovers,
}: Timeline): readonly (readonly [form: string, meaning: string])[] {
  const items = lanes.flatMap(lane => lane.items);
  const waits = items.filter(item => item.kind === 'wait');
  const has = (name: string): boolean => waits.some(wait => waitClass(wait) === name);
  const turns = lanes.some(lane => lane.turns !== undefined);
  const entries: readonly (readonly [boolean, string, string])[] = [
    [true, 'rect.run', turns ? 'has the interpreter' : 'runs'],
    [turns, 'rect.ready', 'could run'],
    [has('sleep'), 'rect.wait.sleep', 'sleeps'],
    [has('lock'), 'rect.wait.lock', 'waits for a lock'],
    [has('other'), 'rect.wait.other', has('lock') ? 'waits for something else' : 'waits'],
    [waits.length < items.length, 'g.number rect text 1', 'prints this line'],
    [handovers.length > 0, 'path.handover', 'ends the wait of another'],
    [waits.some(wait => wait.endless), 'text.endless ∞', 'never ends'],
  ];
  return entries.flatMap(([isUsed, form, meaning]) => (isUsed ? [[form, meaning] as const] : []));
}

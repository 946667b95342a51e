import type { Words } from '../../../core/words/en/en.ts';
import type { Lane, Timeline, Wait } from '../../../core/timeline/timeline.ts';
import { type ExpectedOutput, expectedOutputs, inOneLine, waitClass } from './expected-facts.ts';

type Data = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with the data that it stands for, sorted by name. */
export function drawnLine(selector: string, data: Data, text = ''): string {
  const claims = Object.entries(data)
    .flatMap(([name, value]) => (value === undefined ? [] : [`[data-${name}=${value}]`]))
    .toSorted((one, other) => (one < other ? -1 : 1));
  return `${selector}${claims.join('')}: ${text}`;
}

/** The lines that a drawing has to have. The two forms of a drawing differ in one: who holds what. */
export function expectedDrawing(
  form: 'wide' | 'tall',
  timeline: Timeline,
  words: Words['timeline'],
): string[] {
  const { lanes, handovers } = timeline;
  const outputs = expectedOutputs(timeline);
  return [
    `svg.${form}[aria-label=${labelOf(timeline, words)}]: `,
    ...handovers.map(({ from, at, to, until }) => drawnLine('path.handover', { from, at, to, until })),
    ...lanes.flatMap((lane, index) =>
      laneLines(
        lane,
        index,
        outputs.filter(output => output.lane === index),
      ),
    ),
    ...(form === 'wide' ? lanes.flatMap(holdingLines) : []),
  ];
}

function laneLines(lane: Lane, index: number, outputs: readonly ExpectedOutput[]): string[] {
  const { kind, from, to, turns, items } = lane;
  const waits = items.filter(item => item.kind === 'wait');
  const times = turns?.map(([start, end]) => `${start}-${end}`).join(' ');
  return [
    drawnLine('g.lane', { lane: index, kind, name: inOneLine(lane.name), from, to }),
    times === undefined ? 'rect.run: ' : 'rect.ready: ',
    ...(times === undefined ? [] : [drawnLine('path.turn', { turns: times })]),
    ...waits.map(waitLine),
    ...(waits.some(({ endless }) => endless) ? ['text.endless: ∞'] : []),
    ...outputs.map(({ at, line, stream, number }) =>
      drawnLine('line.printed', { at, line, stream: stream === 'err' ? stream : undefined, number }),
    ),
  ];
}

function waitLine(wait: Wait): string {
  const { from, to, line, heldBy, endless, on } = wait;
  const call = inOneLine(wait.call);
  const of = on === undefined ? undefined : inOneLine(on);
  return drawnLine(`path.wait.${waitClass(wait)}`, {
    from,
    to,
    call,
    line,
    on: of,
    'held-by': heldBy,
    endless,
  });
}

function holdingLines({ items }: Lane, lane: number): string[] {
  return items.flatMap(item =>
    item.kind === 'wait' && item.endless && item.heldBy !== undefined
      ? [drawnLine('path.holding', { lane, 'held-by': item.heldBy })]
      : [],
  );
}

function labelOf({ lanes, seconds }: Timeline, words: Words['timeline']): string {
  const counts = new Map<Lane['kind'], number>();
  for (const { kind } of lanes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const names = lanes.map(({ name }) => inOneLine(name));
  return words.label([...counts], words.seconds(seconds), names);
}

import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Words } from '../../../core/words/en/en.ts';
import type { Lane, Timeline, Wait } from '../../../core/timeline/timeline.ts';
import { type LabelRow, labelRows } from './label-rows.ts';
import { laneLabels, type WaitLabel } from './lane-labels.ts';
import {
  type Band,
  bandParts,
  columns,
  type Frame,
  handoverPart,
  laneGroup,
  printedPart,
  waitPart,
  waitsOf,
} from './lane-parts.ts';
import { numberMarks, numberWidth } from './number-marks.ts';
import { codeWidth, cutCode, wordsWidth } from './shown-text.ts';
import { element, rounded, markupOf } from './svg.ts';
import { drawingLabel, type NumberedOutput, numberedOutputs, SHORTEST } from '../facts/timeline-facts.ts';

/** The narrowest phone has 320 pixels; these are left between the edges of a figure. */
const WIDTH = 270;
const BAND = 10;
const ROW = 15;
/** The longest waits have one; the list below a drawing has all of them. */
const MAX_LABELS = 40;
/** Between two labels. */
const GAP = 5;
/** Room below, for what never ends. */
const END = 20;

interface PlacedLabel extends WaitLabel {
  readonly lane: number;
  readonly rows: readonly LabelRow[];
  /** Where its wait begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Its top. */
  readonly y: number;
}

/** Lanes as columns, time from top to bottom, and what they call in the order of time beside them. */
export function tallDrawing(timeline: Timeline, words: Words['timeline']): string {
  const { lanes, seconds } = timeline;
  const outputs = numberedOutputs(timeline);
  const step = Math.min(20, Math.max(14, 150 / lanes.length));
  const domain = [0, Math.max(seconds, SHORTEST)];
  const times = scaleLinear().domain(domain).ticks(5);
  // Right of the labels of the axis, lanes begin.
  const left = 16 + Math.max(...times.map(time => wordsWidth(words.seconds(time))));
  const bands = lanes.map((_, index): Band => ({ start: left + index * step, thickness: BAND }));
  const right = left + lanes.length * step + 4;
  const width = Math.max(WIDTH, right + 48);
  const top = 8 + lanes.length * ROW + 12;
  const drawn = (height: number): Drawn => {
    const scale = scaleLinear(domain, [top, top + height]);
    const frame = columns(scale);
    return { scale, frame, labels: placedLabels(timeline, words, frame, width - right) };
  };
  const texts = drawn(0).labels.reduce((sum, { rows }) => sum + rows.length * ROW + GAP, 0);
  const height = Math.max(230, texts * 1.1);
  const { scale, frame, labels } = drawn(height);
  const ends = labels.map(({ y, rows }) => y + rows.length * ROW + 4);
  const bottom = Math.ceil(Math.max(top + height + END, ...ends));
  const grid = times
    .map(time => `M${rounded(left - 6)} ${rounded(scale(time))}H${rounded(right - 6)}`)
    .join('');
  const stems = bands.map((band, index) => stem(band, index, top)).join('');
  const leaders = labels.map(each => leader(each, bands, right)).join('');
  return element(
    'svg',
    {
      class: 'tall',
      viewBox: `0 0 ${width} ${bottom}`,
      width,
      height: bottom,
      role: 'img',
      'aria-label': drawingLabel(timeline, words),
    },
    element('path', { class: 'grid', d: grid }),
    ...times.map(time =>
      element('text', { class: 'tick', x: left - 10, y: scale(time) + 4 }, words.seconds(time)),
    ),
    // Lanes cover the lines that pass below them.
    element('path', { class: 'leader', d: stems + leaders }),
    ...timeline.handovers.map(handover => handoverPart(handover, bands, frame)),
    ...lanes.map((lane, index) => {
      const own = outputs.filter(output => output.lane === index);
      return lanePart(lane, index, own, bands, frame, width);
    }),
    ...labels.map(each => labelPart(each, right)),
  );
}

interface Drawn {
  readonly scale: ScaleLinear<number, number>;
  readonly frame: Frame;
  readonly labels: readonly PlacedLabel[];
}

/** Labels below each other, each beside its wait if there is room, and else as near as it can be. */
function placedLabels(
  timeline: Timeline,
  words: Words['timeline'],
  { along }: Frame,
  room: number,
): readonly PlacedLabel[] {
  const length = ({ from, to }: Wait): number => along(to) - along(from);
  const height = (label: WaitLabel): number => labelRows(label, room).length * ROW + GAP;
  const asked = timeline.lanes.flatMap((lane, index) =>
    laneLabels(lane, timeline, words, length, height).map(label => ({ ...label, lane: index })),
  );
  const longest = asked.toSorted((one, other) => length(other.wait) - length(one.wait)).slice(0, MAX_LABELS);
  let free = 0;
  return longest
    .map(label => ({ ...label, from: along(label.wait.from), to: along(label.wait.to) }))
    .toSorted((a, b) => a.from - b.from || a.lane - b.lane)
    .map(label => {
      const y = Math.max(label.from, free);
      free = y + height(label);
      return { ...label, rows: labelRows(label, room), y };
    });
}

/** From the name of a lane down to it. */
function stem({ start, thickness }: Band, index: number, top: number): string {
  const x = start + thickness / 2;
  return `M${rounded(x)} ${8 + (index + 1) * ROW - 3}V${top}`;
}

/** From a wait to its label: straight if the label is beside it. It passes below the other lanes. */
function leader({ lane, from, to, y }: PlacedLabel, bands: readonly Band[], right: number): string {
  const x = (bands[lane]?.start ?? 0) + BAND;
  const middle = y + ROW / 2;
  const begin = Math.min(middle, Math.max(from, to - 1));
  const [first, turn, last] = [begin, right - 9, right - 3].map(rounded);
  const bend = middle === begin ? `H${last}` : `H${turn}L${last} ${rounded(middle)}`;
  return `M${rounded(x)} ${first}${bend}`;
}

function labelPart({ rows, y }: PlacedLabel, left: number): string {
  return rows
    .flatMap((row, index) =>
      row.map(({ kind, text, x }) =>
        element('text', { class: kind, x: left + x, y: y + index * ROW + 12 }, markupOf(text)),
      ),
    )
    .join('');
}

function lanePart(
  lane: Lane,
  index: number,
  outputs: readonly NumberedOutput[],
  bands: readonly Band[],
  frame: Frame,
  width: number,
): string {
  const band = bands[index] ?? { start: 0, thickness: 0 };
  const { name, to } = lane;
  const x = band.start + BAND / 2;
  const waits = waitsOf(lane);
  const shown = cutCode(name, width);
  const left = Math.min(band.start - 1, width - codeWidth(shown));
  const endless = waits.some(wait => wait.endless === true);
  return laneGroup(
    lane,
    index,
    element('text', { class: 'lane-name', x: left, y: 8 + index * ROW + 9 }, markupOf(shown)),
    bandParts(lane, band, frame),
    ...waits.map(wait => waitPart(wait, band, frame)),
    ...(endless ? [element('text', { class: 'endless', x, y: frame.along(to) + 15 }, '∞')] : []),
    ...outputs.map(output => printedPart(output, band, frame)),
    ...numberMarks(outputs, frame.along, () => 17).map(({ text, at }) => {
      const across = numberWidth(text);
      return element(
        'g',
        { class: 'number' },
        element('rect', { x: x - across / 2, y: at - 8.5, width: across }),
        element('text', { x, y: at + 4.5 }, text),
      );
    }),
  );
}

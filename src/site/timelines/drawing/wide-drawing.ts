import { scaleLinear } from 'd3-scale';
import type { Words } from '../../../core/words/en/en.ts';
import type { Lane, Timeline, Wait } from '../../../core/timeline/timeline.ts';
import { laneLabels, twoLines } from './lane-labels.ts';
import {
  arrow,
  type Band,
  bandParts,
  type Frame,
  handoverPart,
  laneGroup,
  printedPart,
  rows,
  waitPart,
  waitsOf,
} from './lane-parts.ts';
import { type NumberMark, numberMarks, numberWidth } from './number-marks.ts';
import { type Packed, packLabels } from './pack-labels.ts';
import { codeWidth, cutCode, nameLines } from './shown-text.ts';
import { element, fact, rounded, markupOf } from './svg.ts';
import { drawingLabel, type NumberedOutput, numberedOutputs, SHORTEST } from '../facts/timeline-facts.ts';

const WIDTH = 600;
/** Where time begins and ends. Left of it are the names of lanes; right of it is room for what never ends. */
const [LEFT, RIGHT] = [148, 562];
const BAND = 14;
/** Height of a row of text. */
const ROW = 15;
const NAME_WIDTH = LEFT - 10;
const AXIS = 22;

type Label = Packed<ReturnType<typeof twoLines> & { readonly x: number }>;

interface PlacedLane {
  readonly lane: Lane;
  readonly index: number;
  readonly band: Band;
  readonly labels: readonly Label[];
  readonly marks: readonly NumberMark[];
  readonly outputs: readonly NumberedOutput[];
}

/** Lanes as rows, time from left to right. */
export function wideDrawing(timeline: Timeline, words: Words['timeline']): string {
  const { seconds } = timeline;
  const scale = scaleLinear([0, Math.max(seconds, SHORTEST)], [LEFT, RIGHT]);
  const frame = rows(scale);
  const { lanes, bottom } = placedLanes(timeline, words, frame);
  const bands = lanes.map(({ band }) => band);
  const ticks = scale.ticks(6);
  const grid = ticks.map(time => `M${rounded(scale(time))} 4V${bottom}`).join('');
  return element(
    'svg',
    {
      class: 'wide',
      viewBox: `0 0 ${WIDTH} ${bottom + AXIS}`,
      role: 'img',
      'aria-label': drawingLabel(timeline, words),
    },
    element('path', { class: 'grid', d: grid }),
    ...ticks.map(time =>
      element('text', { class: 'tick', x: scale(time), y: bottom + 16 }, words.seconds(time)),
    ),
    // Bands and texts cover the arrows that pass below them.
    ...timeline.handovers.map(handover => handoverPart(handover, bands, frame)),
    ...lanes.map(placed => lanePart(placed, frame)),
    ...holdingParts(timeline, bands),
  );
}

/** Each lane takes the height that its numbers, its band and its labels need. */
function placedLanes(
  timeline: Timeline,
  words: Words['timeline'],
  { along }: Frame,
): { readonly lanes: readonly PlacedLane[]; readonly bottom: number } {
  const all = numberedOutputs(timeline);
  let top = 6;
  const lanes = timeline.lanes.map((lane, index): PlacedLane => {
    const outputs = all.filter(output => output.lane === index);
    const marks = numberMarks(outputs, along, numberWidth);
    const length = ({ from, to }: Wait): number => along(to) - along(from);
    const most = RIGHT - LEFT;
    const asked = laneLabels(lane, timeline, words, length, label => twoLines(label, most).width);
    const texts = asked.map(label => ({ ...twoLines(label, most), x: along(label.wait.from) }));
    const labels = packLabels(texts, WIDTH);
    const start = top + (marks.length === 0 ? 0 : ROW + 4);
    const rows = Math.max(-1, ...labels.map(({ row }) => row)) + 1;
    const names = nameLines(lane.name, NAME_WIDTH).length;
    top = start + Math.max(BAND + rows * 2 * ROW, names * ROW) + 12;
    return { lane, index, band: { start, thickness: BAND }, labels, marks, outputs };
  });
  return { lanes, bottom: top };
}

function lanePart({ lane, index, band, labels, marks, outputs }: PlacedLane, frame: Frame): string {
  const { name, to } = lane;
  const y = band.start + 11;
  const names = nameLines(name, NAME_WIDTH).map((line, row) =>
    element(
      'text',
      { class: line.startsWith('(') ? 'lane-name of' : 'lane-name', x: 0, y: y + row * ROW },
      markupOf(line),
    ),
  );
  const waits = waitsOf(lane);
  const endless = waits.some(wait => wait.endless === true);
  return laneGroup(
    lane,
    index,
    ...names,
    leaders(labels, band),
    bandParts(lane, band, frame),
    ...waits.map(wait => waitPart(wait, band, frame)),
    ...(endless ? [element('text', { class: 'endless', x: frame.along(to) + 4, y: y + 1 }, '∞')] : []),
    ...outputs.map(output => printedPart(output, band, frame)),
    ...marks.map((mark, at) => markPart(mark, marks[at + 1], band)),
    ...labels.map(label => labelPart(label, band)),
  );
}

/** Lines from where waits begin to their labels, if those are not beside them. */
function leaders(labels: readonly Label[], { start }: Band): string {
  const below = labels.filter(({ row }) => row > 0);
  const d = below.map(({ x, row }) => `M${rounded(x)} ${start + BAND}v${row * 2 * ROW + 4}`).join('');
  return d === '' ? '' : element('path', { class: 'leader', d });
}

function labelPart({ call, where, left, row }: Label, { start }: Band): string {
  const y = start + BAND + row * 2 * ROW + 13;
  return (
    element('text', { class: 'call', x: left, y }, markupOf(call)) +
    (where === '' ? '' : element('text', { class: 'where', x: left, y: y + ROW - 1 }, markupOf(where)))
  );
}

/** The number of a line of output, and its text if that has room before the next number. */
function markPart(
  { outputs, text, at, length }: NumberMark,
  next: NumberMark | undefined,
  { start }: Band,
): string {
  const x = Math.min(at, WIDTH - length / 2);
  const y = start - ROW - 4;
  const room = (next === undefined ? WIDTH : next.at - next.length / 2) - (x + length / 2) - 10;
  const [only] = outputs;
  const shown = outputs.length === 1 && only !== undefined ? cutCode(only.text, room) : '';
  const isReadable = shown.length > 9 || shown === only?.text;
  return element(
    'g',
    { class: 'number' },
    element('rect', { x: x - length / 2, y, width: length }),
    element('text', { x, y: y + 13 }, text),
    isReadable && codeWidth(shown) > 0
      ? element('text', { class: 'said', x: x + length / 2 + 4, y: y + 13 }, markupOf(shown))
      : '',
  );
}

/** Who holds what another lane waits for without end, as arrows beside the lanes: a deadlock is a circle. */
function holdingParts({ lanes }: Timeline, bands: readonly Band[]): string[] {
  const waits = lanes.flatMap((each, lane) =>
    waitsOf(each).flatMap(({ endless, heldBy }) =>
      endless === true && heldBy !== undefined ? [{ lane, holder: heldBy }] : [],
    ),
  );
  return waits.map(({ lane, holder }, index) => {
    const middle = (each: number): number => (bands[each]?.start ?? 0) + BAND / 2;
    const down = middle(holder) > middle(lane);
    const x = RIGHT + 26 + (index % 2) * 8;
    const offset = down ? 3 : -3;
    const tail = `M${RIGHT + 20} ${middle(lane) + offset}H${x}V${middle(holder) - offset}`;
    const head = arrow([x, middle(holder) - offset], [RIGHT + 20, middle(holder) - offset]);
    return element('path', {
      class: 'holding',
      d: tail + head,
      'data-lane': fact(lane),
      'data-held-by': fact(holder),
    });
  });
}

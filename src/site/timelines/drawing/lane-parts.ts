import type { Handover, Lane, Wait } from '../../../core/timeline/timeline.ts';
import { element, fact, rounded } from './svg.ts';
import { type NumberedOutput, waitForm } from '../facts/timeline-facts.ts';

/** How a drawing places what happens: along its lanes, and across them. */
export interface Frame {
  /** A time → its place along a lane. */
  readonly along: (time: number) => number;
  /** A place along a lane and one across → x and y. */
  readonly point: (along: number, across: number) => readonly [x: number, y: number];
  /** The letters of a path for a line along the lanes to a place, and for one across them of a length. */
  readonly letters: readonly [along: 'H' | 'V', across: 'v' | 'h'];
}

/** Lanes are rows. */
export const rows = (along: Frame['along']): Frame => ({
  along,
  point: (x, y) => [x, y],
  letters: ['H', 'v'],
});

/** Lanes are columns. */
export const columns = (along: Frame['along']): Frame => ({
  along,
  point: (y, x) => [x, y],
  letters: ['V', 'h'],
});

/** Where the band of a lane is, across the lanes. */
export interface Band {
  readonly start: number;
  readonly thickness: number;
}

/** The parts of a lane, with the data that they stand for. @param index of the lane */
export function laneGroup(
  { kind, name, from, to }: Lane,
  index: number,
  ...parts: readonly string[]
): string {
  const data = {
    'data-lane': fact(index),
    'data-kind': kind,
    'data-name': name,
    'data-from': fact(from),
    'data-to': fact(to),
  };
  return element('g', { class: 'lane', ...data }, ...parts);
}

/** The waits of a lane, in the order of time. */
export function waitsOf({ items }: Lane): readonly Wait[] {
  return items.filter(item => item.kind === 'wait');
}

/** The band of a lane: solid where it runs, and its turns if the example asks for them. */
export function bandParts({ from, to, turns }: Lane, band: Band, frame: Frame): string {
  const whole = box(from, to, band, frame);
  if (turns === undefined) return element('rect', { class: 'run', ...whole });
  const blocks = turns.map(([start, end]) => {
    const { x, y, width, height } = box(start, end, band, frame);
    return `M${rounded(x)} ${rounded(y)}h${rounded(width)}v${rounded(height)}h-${rounded(width)}z`;
  });
  const times = turns.map(pair => pair.join('-')).join(' ');
  return (
    element('rect', { class: 'ready', ...whole }) +
    element('path', { class: 'turn', d: blocks.join(''), 'data-turns': times })
  );
}

/** A wait: hollow. One that never ends is open at its end. */
export function waitPart(wait: Wait, { start, thickness }: Band, frame: Frame): string {
  const { from, to, call, line, on, heldBy, endless } = wait;
  const [along, across] = frame.letters;
  const begin = rounded(frame.along(from));
  const end = rounded(Math.max(frame.along(to), begin + LEAST));
  const [x = 0, y = 0] = frame.point(end, start).map(rounded);
  const d = `M${x} ${y}${along}${begin}${across}${thickness}${along}${end}`;
  return element('path', {
    class: `wait ${waitForm(wait)}`,
    d: endless === true ? d : `${d}z`,
    'data-from': fact(from),
    'data-to': fact(to),
    'data-call': call,
    'data-line': fact(line),
    'data-on': on,
    'data-held-by': fact(heldBy),
    'data-endless': fact(endless),
  });
}

/** The exact time of a line of output: a mark across the band. */
export function printedPart(
  { at, line, stream, number }: NumberedOutput,
  { start, thickness }: Band,
  { along, point }: Frame,
): string {
  const [x1, y1] = point(along(at), start - 2);
  const [x2, y2] = point(along(at), start + thickness + 2);
  return element('line', {
    class: 'printed',
    ...{ x1, y1, x2, y2 },
    'data-at': fact(at),
    'data-line': fact(line),
    'data-stream': stream === 'err' ? stream : undefined,
    'data-number': fact(number),
  });
}

/** An arrow from what a lane did to the end of the wait of another. */
export function handoverPart(handover: Handover, bands: readonly Band[], frame: Frame): string {
  const { from, at, to, until } = handover;
  const [start, end] = edges(bands[from], bands[to]);
  const d = arrow(frame.point(frame.along(at), start), frame.point(frame.along(until), end));
  return element('path', {
    class: 'handover',
    d,
    'data-from': fact(from),
    'data-at': fact(at),
    'data-to': fact(to),
    'data-until': fact(until),
  });
}

/** The edges of two bands that face each other. */
function edges(first?: Band, second?: Band): readonly [number, number] {
  const [a, b] = [first ?? NO_BAND, second ?? NO_BAND];
  return a.start < b.start ? [a.start + a.thickness, b.start] : [a.start, b.start + b.thickness];
}

/** Length of what is too short to be seen. */
const LEAST = 0.8;
const NO_BAND: Band = { start: 0, thickness: 0 };
/** Length of each side of the head of an arrow. */
const HEAD = 6;

/** A line with an open head at its end. */
export function arrow([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const direction = Math.atan2(y2 - y1, x2 - x1);
  const [left = '', right = ''] = [-0.45, 0.45].map(turn => {
    const angle = direction + Math.PI + turn;
    return `${rounded(x2 + HEAD * Math.cos(angle))} ${rounded(y2 + HEAD * Math.sin(angle))}`;
  });
  const end = `${rounded(x2)} ${rounded(y2)}`;
  return `M${rounded(x1)} ${rounded(y1)}L${end}M${left}L${end}L${right}`;
}

/** A part of a band, as the attributes of a rectangle. What is shorter than a line is drawn as one. */
function box(
  from: number,
  to: number,
  { start, thickness }: Band,
  { along, point }: Frame,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const [x, y] = point(along(from), start);
  const [right, bottom] = point(Math.max(along(to), along(from) + LEAST), start + thickness);
  return { x, y, width: right - x, height: bottom - y };
}

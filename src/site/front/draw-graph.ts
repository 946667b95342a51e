import type { GraphRow } from './track-graph.ts';

/** Pixels of a lane, of the part of a row above its dot, and of a dot. */
const [LANE, HEIGHT, RADIUS] = [16, 32, 6];

/** The graph beside a row: its part down to the dot, and the lines below, which a row stretches. */
export interface DrawnRow {
  readonly width: number;
  readonly height: number;
  /** Paths of lines, down to the dot and past it. */
  readonly head: string;
  readonly dot: { readonly x: number; readonly y: number; readonly r: number };
  /** Paths of the lines below; empty if there are none. */
  readonly rest: string;
}

/** Draws the rows of a graph, all equally wide. */
export function drawGraph(rows: readonly GraphRow[]): readonly DrawnRow[] {
  const lanes = Math.max(...rows.map(({ lane, below }) => Math.max(lane, ...below) + 1));
  const y = HEIGHT - RADIUS - 2;
  return rows.map(({ lane, incoming, passing, below }) => ({
    width: lanes * LANE,
    height: HEIGHT,
    head: [
      ...passing.map(each => `M${x(each)} 0V${HEIGHT}`),
      ...incoming.map(each =>
        each === lane
          ? `M${x(each)} 0V${y}`
          : `M${x(each)} 0C${x(each)} ${y / 2} ${x(lane)} ${y / 2} ${x(lane)} ${y}`,
      ),
      ...(below.includes(lane) ? [`M${x(lane)} ${y}V${HEIGHT}`] : []),
    ].join(''),
    dot: { x: x(lane), y, r: RADIUS },
    rest: straight(below),
  }));
}

/** The lines past the heading of a group, which lies between two rows. */
export function straight(lanes: readonly number[]): string {
  return lanes.map(lane => `M${x(lane)} 0V1`).join('');
}

function x(lane: number): number {
  return lane * LANE + LANE / 2;
}

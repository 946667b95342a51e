import { type DrawnRow, drawGraph, straight } from '../../front/draw-graph.ts';
import { trackGraph } from '../../front/track-graph.ts';
import type { PathGroup } from './track-paths.ts';

/** A group of a track with its part of the graph. */
export interface DrawnGroup extends PathGroup {
  /** A row for each article; absent if nothing in the track builds on another. */
  readonly rows?: readonly DrawnRow[] | undefined;
  /** The lines that pass its heading; absent if there are none. */
  readonly above?: Pick<DrawnRow, 'width' | 'rest'> | undefined;
}

/** Groups of articles → the same with the graph of what builds on what, which leads through all of them. */
export function drawTrack(groups: readonly PathGroup[]): readonly DrawnGroup[] {
  const articles = groups.flatMap(group => group.articles);
  const nodes = articles.map(({ entry, before }) => ({
    id: entry.id,
    before: before.map(each => each.entry.id),
  }));
  const rows = trackGraph(nodes);
  if (rows.every(({ incoming }) => incoming.length === 0)) return groups;
  const drawn = drawGraph(rows);
  let start = 0;
  return groups.map(group => {
    const at = start;
    start += group.articles.length;
    const below = rows[at - 1]?.below ?? [];
    const { width = 0 } = drawn[at] ?? {};
    return { ...group, rows: drawn.slice(at, start), above: { width, rest: straight(below) } };
  });
}

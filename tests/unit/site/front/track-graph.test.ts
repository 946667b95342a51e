import { describe, expect, test } from 'vitest';
import { drawGraph, straight } from '../../../../src/site/front/draw-graph.ts';
import { type GraphNode, trackGraph } from '../../../../src/site/front/track-graph.ts';
import { seeded } from '../../../fixtures/seeded.ts';

/** `c: a b` → the node `c`, which builds on `a` and `b`. */
const nodes = (...lines: readonly string[]): readonly GraphNode[] =>
  lines.map(line => {
    const [id = '', before = ''] = line.split(': ');
    return { id: id.replace(':', ''), before: before.split(' ').filter(Boolean) };
  });

describe('the graph of a track', () => {
  test('draws one line straight down where each builds on the one before', () => {
    expect(trackGraph(nodes('a', 'b: a', 'c: b'))).toEqual([
      { lane: 0, incoming: [], passing: [], below: [0] },
      { lane: 0, incoming: [0], passing: [], below: [0] },
      { lane: 0, incoming: [0], passing: [], below: [] },
    ]);
  });

  test('keeps the line of an article that others still build on, and gives its lane away after the last', () => {
    expect(trackGraph(nodes('a', 'b: a', 'c: a', 'd: b c'))).toEqual([
      { lane: 0, incoming: [], passing: [], below: [0] },
      { lane: 1, incoming: [0], passing: [0], below: [0, 1] },
      { lane: 0, incoming: [0], passing: [1], below: [0, 1] },
      { lane: 0, incoming: [0, 1], passing: [], below: [] },
    ]);
  });

  test('leaves a line out where a way through another article leads there', () => {
    const [, , last] = trackGraph(nodes('a', 'b: a', 'c: a b'));
    expect(last?.incoming).toEqual([0]);
    expect(trackGraph(nodes('a', 'b: a', 'c: b', 'd: a c')).map(({ incoming }) => incoming.length)).toEqual([
      0, 1, 1, 1,
    ]);
  });

  test('draws nothing to an article that is not above: of another track, itself, or one that comes later', () => {
    const rows = trackGraph(nodes('a: b other/x a', 'b'));
    expect(rows.flatMap(({ incoming, below }) => [...incoming, ...below])).toEqual([]);
  });

  test('of no articles it has no rows', () => {
    expect(drawGraph(trackGraph([]))).toEqual([]);
  });

  test('of 300 random tracks, lines end where they should: each article has a line from all that it needs', () => {
    const random = seeded(21);
    for (let round = 0; round < 300; round += 1) {
      const size = 1 + random.number(14);
      const all = Array.from({ length: size }, (_, index) => ({
        id: `${index}`,
        before: Array.from({ length: index }, (_, each) => `${each}`).filter(() => random.number(10) < 3),
      }));
      const rows = trackGraph(all);
      /** The article of each lane, as a reader follows the lines. */
      const lanes = new Map<number, number>();
      const reached: Set<number>[] = [];
      for (const [index, { lane, incoming, passing, below }] of rows.entries()) {
        const sources = incoming.map(each => lanes.get(each));
        expect(sources).not.toContain(undefined);
        const behind = new Set(sources.flatMap(each => [each ?? -1, ...(reached[each ?? -1] ?? [])]));
        reached.push(behind);
        for (const id of all[index]?.before ?? []) expect(behind).toContain(Number(id));
        expect(passing).not.toContain(lane);
        for (const each of [...lanes.keys()]) if (!passing.includes(each)) lanes.delete(each);
        if (below.includes(lane)) lanes.set(lane, index);
        expect([...lanes.keys()].toSorted((a, b) => a - b)).toEqual([...below]);
      }
      expect(lanes.size).toBe(0);
    }
  });
});

describe('its drawing', () => {
  const [first, second, third] = drawGraph(trackGraph(nodes('a', 'b: a', 'c: a')));

  test('is equally wide in all rows', () => {
    expect([first, second, third].map(row => row?.width)).toEqual([32, 32, 32]);
  });

  test('begins below the first dot, bends into the others, and ends in the last', () => {
    expect(first).toMatchObject({ head: 'M8 24V32', dot: { x: 8, y: 24 }, rest: 'M8 0V1' });
    expect(second?.head).toBe('M8 0V32M8 0C8 12 24 12 24 24');
    expect(third).toMatchObject({ head: 'M8 0V24', rest: '' });
  });

  test('passes the heading of a group', () => {
    expect(straight([0, 2])).toBe('M8 0V1M40 0V1');
  });
});

import { expect, test } from 'vitest';
import { buildTimeline } from '../../../../src/core/timeline/build-timeline.ts';
import { type WatchedRun, watchedRun } from '../../../../src/core/timeline/watched-lanes.ts';

const MS = 1_000_000;
const runOf = (events: readonly unknown[]): WatchedRun =>
  watchedRun(events.map(each => JSON.stringify(each)).join('\n'));
const STARTS = [
  ['start', '1.1', 0, 'thread', 'MainThread'],
  ['start', '1.2', 0, 'thread', 'Bob'],
  ['begin', '1.1', 0],
];
const ENDS = [
  ['end', '1.2', 100 * MS],
  ['end', '1.1', 100 * MS],
];
const wait = (lane: string, at: number, holder: string | null): unknown[] => [
  'wait',
  ...[lane, at * MS, 3, 'Lock.acquire', 'lock', holder, false],
];
const turnsOf = (...between: readonly unknown[]): unknown => {
  const run = runOf([...STARTS, ['turn', '1.1', 0], ...between, ...ENDS]);
  return buildTimeline(run, { resolution: 0.01, turns: true, isStuck: false }).lanes[0]?.turns;
};

test('a turn goes on where another one is too short to be seen', () => {
  const short = [
    ['turn', '1.2', 40 * MS],
    ['turn', '1.1', 41 * MS],
  ];
  expect(turnsOf(...short)).toEqual([[0, 0.1]]);
});

test('turns are two with that of another lane between them, or with a wait', () => {
  const other = [
    ['turn', '1.2', 40 * MS],
    ['turn', '1.1', 60 * MS],
  ];
  expect(turnsOf(...other)).toEqual([
    [0, 0.04],
    [0.06, 0.1],
  ]);
  const waits = [
    wait('1.1', 20, null),
    ['turn', '1.2', 58 * MS],
    ['go', '1.1', 59 * MS, null, null],
    ['turn', '1.1', 59 * MS],
  ];
  expect(turnsOf(...waits)).toEqual([
    [0, 0.02],
    [0.059, 0.1],
  ]);
});

test.for<[what: string, atBegin: string | null, later: readonly string[], heldBy: number | undefined]>([
  ['known when the wait begins', '1.1', [], 0],
  ['known later', null, ['1.1'], 0],
  ['the first one, if others follow', null, ['1.1', '1.2'], 0],
  ['the lane itself', '1.2', [], 1],
  ['nobody', null, [], undefined],
])('the holder of what a lane waits for: %s', ([, atBegin, later, heldBy]) => {
  const held = later.map(lane => ['held', '1.2', lane]);
  const run = runOf([
    ...STARTS,
    wait('1.2', 10, atBegin),
    ...held,
    ['go', '1.2', 50 * MS, null, null],
    ...ENDS,
  ]);
  const { lanes } = buildTimeline(run, { resolution: 0.01, turns: false, isStuck: false });
  expect(lanes[1]?.items).toMatchObject([{ kind: 'wait', on: 'lock' }]);
  expect(lanes[1]?.items[0]).toHaveProperty('to', 0.05);
  const [item] = lanes[1]?.items ?? [];
  expect(item?.kind === 'wait' ? item.heldBy : 'none').toBe(heldBy);
});

import { describe, expect, test } from 'vitest';
import { compareTimelines } from '../../../../src/core/timeline/compare-timelines.ts';
import type { Lane, LaneItem, Timeline, Wait } from '../../../../src/core/timeline/timeline.ts';

const wait = (from: number, to: number, more: Partial<Wait> = {}): Wait => ({
  kind: 'wait',
  from,
  to,
  call: 'Lock.acquire',
  line: 14,
  on: 'lock',
  ...more,
});
const output = (at: number, text: string): LaneItem => ({
  kind: 'output',
  at,
  number: 1,
  line: 15,
  stream: 'out',
  text,
});
const lane = (name: string, items: readonly LaneItem[]): Lane => ({
  kind: 'thread',
  name,
  from: 0,
  to: 1,
  items: [...items],
});

const RECORDED: Timeline = {
  seconds: 1,
  lanes: [
    lane('MainThread', [wait(0, 1, { call: 'Thread.join', on: 'Ada', line: 24 }), output(1, 'done')]),
    lane('Ada', [wait(0, 0.4, { on: 'pen', heldBy: 2 }), wait(0.4, 0.9, { on: 'paper', heldBy: 2 })]),
    lane('Bob', [
      output(0, 'one'),
      output(0.1, 'two'),
      wait(0.1, 0.4, { call: 'time.sleep', on: undefined }),
    ]),
    lane('Eve', [wait(0, 0.03, { on: 'pen' })]),
  ],
  handovers: [{ from: 2, at: 0.4, to: 1, until: 0.4 }],
};

const differing = (actual: Timeline, masked = (text: string) => text, recorded = RECORDED) =>
  compareTimelines(recorded, actual, { resolution: 0.05, masked });

/** The recorded timeline with another lane. */
function withLane(index: number, change: (lane: Lane) => Lane): Timeline {
  return { ...RECORDED, lanes: RECORDED.lanes.map((each, at) => (at === index ? change(each) : each)) };
}

const withItems = (index: number, change: (items: readonly LaneItem[]) => readonly LaneItem[]): Timeline =>
  withLane(index, each => ({ ...each, items: [...change(each.items)] }));

const changeItem = (lane: number, item: number, change: object): Timeline =>
  withItems(lane, items =>
    items.map((each, at) => (at === item ? ({ ...each, ...change } as LaneItem) : each)),
  );

describe('a timeline that differs from the recorded one', () => {
  test.for<readonly [what: string, actual: Timeline, said: string]>([
    ['two locks in another order', withItems(1, ([a, b]) => [b, a] as LaneItem[]), 'Lane "Ada":'],
    ['a wait gone', withItems(1, ([a]) => [a] as LaneItem[]), 'Lane "Ada":'],
    ['a wait more', withItems(1, items => [...items, wait(0.8, 1)]), 'Lane "Ada":'],
    ['a lane of another name', withLane(1, each => ({ ...each, name: 'Adam' })), 'Lane "Ada" is missing.'],
    ['a lane of another kind', withLane(1, each => ({ ...each, kind: 'process' })), 'Lane "Ada" is missing.'],
    ['a lane gone', { ...RECORDED, lanes: RECORDED.lanes.slice(0, 3) }, 'Lane "Eve" is missing.'],
    ['a lane more', { ...RECORDED, lanes: [...RECORDED.lanes, lane('Zoe', [])] }, 'Lane "Zoe" is new.'],
    ['outputs swapped', withItems(2, ([a, b, c]) => [b, a, c] as LaneItem[]), 'Lane "Bob":'],
    ['another output', changeItem(2, 0, { text: 'three' }), 'Lane "Bob":'],
    ['an output on the other stream', changeItem(2, 0, { stream: 'err' }), 'Lane "Bob":'],
    ['an output of another line', changeItem(2, 0, { line: 16 }), 'Lane "Bob":'],
    ['an output of another lane', { ...withItems(2, items => items.slice(1)) }, 'Lane "Bob":'],
    ['another holder', changeItem(1, 0, { heldBy: 3 }), 'Lane "Ada":'],
    ['no holder', changeItem(1, 0, { heldBy: undefined }), 'Lane "Ada":'],
    ['another lock', changeItem(1, 0, { on: 'ink' }), 'Lane "Ada":'],
    ['another call', changeItem(1, 0, { call: 'Condition.wait' }), 'Lane "Ada":'],
    ['a wait in another line', changeItem(1, 0, { line: 15 }), 'Lane "Ada":'],
    ['a wait that never ends', changeItem(1, 1, { endless: true }), 'Lane "Ada":'],
    ['a handover gone', { ...RECORDED, handovers: [] }, 'Lane "Ada":'],
    [
      'a handover more',
      { ...RECORDED, handovers: [...RECORDED.handovers, { from: 2, at: 0.9, to: 1, until: 0.9 }] },
      'Lane "Ada":',
    ],
    [
      'a handover of another lane',
      { ...RECORDED, handovers: [{ from: 3, at: 0.4, to: 1, until: 0.4 }] },
      'Lane "Ada":',
    ],
  ])('is refused by the name of the lane: %s', ([, actual, said]) => {
    expect(differing(actual).structure).toMatch(new RegExp(`^${said}`));
  });

  test('names both lengths of a sleep that is longer by more than a tenth of the whole', () => {
    const sleep = { call: 'time.sleep' };
    const before = changeItem(1, 0, sleep);
    expect(differing(changeItem(1, 0, { ...sleep, to: 0.51 }), undefined, before).lengths).toEqual([
      'lane "Ada" waits 0.51 s in time.sleep, line 14, and not 0.40 s',
    ]);
    expect(differing(changeItem(1, 0, { ...sleep, to: 0.49 }), undefined, before).lengths).toEqual([]);
  });

  test('names them of another wait if one of them is less than half of the other', () => {
    expect(differing(changeItem(1, 0, { to: 0.9 })).lengths).toEqual([]);
    expect(differing(changeItem(1, 0, { to: 1.1 })).lengths).toEqual([
      'lane "Ada" waits 1.10 s in Lock.acquire, line 14, and not 0.40 s',
    ]);
  });
});

describe('a timeline that is as good as the recorded one', () => {
  test.for<readonly [what: string, actual: Timeline]>([
    ['the same', RECORDED],
    ['a wait that is hardly longer than the resolution is missing', withItems(3, () => [])],
    ['one of them is new', withItems(3, items => [...items, wait(0.5, 0.58)])],
    ['an undefined holder on both sides', changeItem(3, 0, { heldBy: undefined })],
  ])('differs in nothing: %s', ([, actual]) => {
    expect(differing(actual)).toEqual({ lengths: [] });
  });

  test('may print something else under a mask', () => {
    const actual = changeItem(2, 0, { text: 'three' });
    expect(differing(actual, () => '⟨word⟩')).toEqual({ lengths: [] });
  });

  test('may give a numbered lane the work of another', () => {
    const items = [[output(0, 'a')], [output(0, 'b')]] as const;
    const pool = (first: number, second: number): Timeline => ({
      seconds: 1,
      lanes: [lane('worker_0', items[first] ?? []), lane('worker_1', items[second] ?? [])],
      handovers: [],
    });
    const options = { resolution: 0.05, masked: (text: string) => text };
    expect(compareTimelines(pool(0, 1), pool(1, 0), options)).toEqual({ lengths: [] });
    expect(compareTimelines(pool(0, 1), pool(0, 0), options).structure).toMatch(/^Lane "worker_1":/);
  });
});

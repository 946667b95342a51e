import { describe, expect, test } from 'vitest';
import { buildTimeline } from '../../../../src/core/timeline/build-timeline.ts';
import { isEvent, parseEvents } from '../../../../src/core/timeline/events.ts';
import { formatTimeline, parseTimeline } from '../../../../src/core/timeline/format-timeline.ts';
import { watchedRun } from '../../../../src/core/timeline/watched-lanes.ts';
import { TIMELINES, timelineOf } from '../../../fixtures/timelines.ts';

const MS = 1_000_000;
const text = (events: readonly (readonly unknown[])[]): string =>
  events.map(each => JSON.stringify(each)).join('\n');
const built = (events: readonly (readonly unknown[])[], options: { isStuck?: boolean } = {}) =>
  buildTimeline(watchedRun(text(events)), { resolution: 0.05, turns: false, isStuck: false, ...options });
const MAIN = [
  ['start', '1.1', 0, 'thread', 'MainThread'],
  ['begin', '1.1', 100 * MS],
];
const END = ['end', '1.1', 1100 * MS];

describe('the events of the harness', () => {
  test('are the lines of a known form; stacks, lines cut short and others are left out', () => {
    const lines = [
      'Thread 0x7f (most recent call first):',
      '["go","1.1",5,null,null]',
      '["go","1.1"',
      '["x"]',
    ];
    expect(parseEvents(lines.join('\n'))).toEqual([['go', '1.1', 5, null, null]]);
    expect(lines.map(isEvent)).toEqual([false, true, true, true]);
  });
});

describe('a timeline', () => {
  test('begins with the sample, in seconds; waits that are shorter than the resolution are left out', () => {
    const wait = (from: number, to: number) => [
      ['wait', '1.1', from * MS, 3, 'time.sleep', null, null, true],
      ['go', '1.1', to * MS, null, null],
    ];
    expect(built([...MAIN, ...wait(10, 90), ...wait(200, 700), ...wait(800, 840), END])).toEqual({
      seconds: 1,
      lanes: [
        {
          kind: 'thread',
          name: 'MainThread',
          from: 0,
          to: 1,
          items: [{ kind: 'wait', from: 0.1, to: 0.6, call: 'time.sleep', line: 3 }],
        },
      ],
      handovers: [],
    });
  });

  test('joins what is written into lines; the last may lack its line feed', () => {
    const out = (at: number, written: string) => ['out', '1.1', at * MS, 7, written];
    const { lanes } = built([...MAIN, out(200, 'a'), out(201, ' b\nc\n'), out(300, 'end'), END]);
    expect(lanes[0]?.items.map(item => (item.kind === 'output' ? [item.at, item.text] : item))).toEqual([
      [0.1, 'a b'],
      [0.101, 'c'],
      [0.2, 'end'],
    ]);
  });

  test('numbers the lines of output as they were printed, also those of one millisecond', () => {
    const { lanes } = built([
      ...MAIN,
      ['start', '1.2', 100 * MS, 'thread', 'Ada'],
      ['out', '1.2', 500 * MS + 100, 3, 'first\n'],
      ['out', '1.1', 500 * MS + 200, 4, 'second\n'],
      ['out', '1.2', 500 * MS + 300, 3, 'third\n'],
      ['end', '1.2', 600 * MS],
      END,
    ]);
    const numbers = lanes.map(({ items }) => items.map(item => (item.kind === 'output' ? item.number : 0)));
    expect(numbers).toEqual([[2], [1, 3]]);
  });

  test('names what ended a wait, and who held what it waited for', () => {
    const { lanes, handovers } = built([
      ...MAIN,
      ['start', '1.2', 100 * MS, 'thread', 'Ada'],
      ['wait', '1.2', 200 * MS, 4, 'Lock.acquire', 'lock', '1.1', false],
      ['go', '1.2', 600 * MS, '1.1', 599 * MS],
      ['end', '1.2', 700 * MS],
      END,
    ]);
    expect(lanes[1]?.items).toEqual([
      { kind: 'wait', from: 0.1, to: 0.5, call: 'Lock.acquire', line: 4, on: 'lock', heldBy: 0 },
    ]);
    expect(handovers).toEqual([{ from: 0, at: 0.499, to: 1, until: 0.5 }]);
  });

  test('goes on after the last event of a run that is stuck, whose waits never end', () => {
    const { seconds, lanes } = built(
      [...MAIN, ['wait', '1.1', 900 * MS, 4, 'Lock.acquire', 'lock', null, false]],
      { isStuck: true },
    );
    expect(seconds).toBe(1);
    expect(lanes[0]).toMatchObject({ to: 1, items: [{ from: 0.8, to: 1, endless: true }] });
  });

  test('leaves out the thread of an event loop, and tasks of a library', () => {
    const { lanes } = built([
      ...MAIN,
      ['wait', '1.1', 100 * MS, 9, 'asyncio.run', null, null, false],
      ['start', '1.2', 100 * MS, 'task', 'Task-1 (main)'],
      ['wait', '1.2', 110 * MS, 5, 'asyncio.sleep', null, null, true],
      ['go', '1.2', 900 * MS, null, null],
      ['end', '1.2', 900 * MS],
      ['start', '1.3', 901 * MS, 'task', 'Task-2 (shutdown_asyncgens)'],
      ['end', '1.3', 902 * MS],
      ['go', '1.1', 1000 * MS, null, null],
      END,
    ]);
    expect(lanes.map(({ name }) => name)).toEqual(['Task-1 (main)']);
  });

  test('calls the first thread a process if there are others, and counts those without a name', () => {
    const child = (lane: string, at: number) => [
      ['start', lane, at * MS, 'process', `process ${lane}00`.replace('.', '')],
      ['out', lane, (at + 1) * MS, null, 'x\n'],
      ['end', lane, (at + 100) * MS],
    ];
    const { lanes } = built([...MAIN, END, ...child('3.1', 400), ...child('2.1', 300)]);
    expect(lanes.map(({ kind, name }) => [kind, name])).toEqual([
      ['process', 'MainProcess'],
      ['process', 'process 1'],
      ['process', 'process 2'],
    ]);
  });

  test.for(TIMELINES)('is read from its recording as it was written: %s', name => {
    expect(parseTimeline(formatTimeline(timelineOf(name)))).toEqual(timelineOf(name));
  });

  test('is none if its recording is another text', () => {
    expect([parseTimeline('{}'), parseTimeline('Hello\n')]).toEqual([undefined, undefined]);
  });
});

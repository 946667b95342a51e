import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import {
  type Lane,
  type LaneItem,
  type Timeline,
  timelineSchema,
} from '../../../../../src/core/timeline/timeline.ts';
import { drawTimeline } from '../../../../../src/site/timelines/drawing/draw-timeline.ts';
import { type Seeded, seeded, seeds } from '../../../../fixtures/seeded.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { numbered } from '../../../../fixtures/timelines.ts';

const NAMES = ['MainThread', 'Thread-1 (work)', 'ThreadPoolExecutor-0_0', '<b>&"', '名前', '‮evil', ''];
const CALLS = ['time.sleep', 'Lock.acquire', 'Queue.get', 'Thread.join', '<script>', 'x'.repeat(200)];

/** Any timeline that the schema permits: times, names and numbers of lanes as they come. */
function randomTimeline(chance: Seeded): Timeline {
  const seconds = chance.pick([0, 0.001, 0.02, 1, 9999]);
  const time = (): number => Math.round(chance.number(1001) * seconds) / 1000;
  const lanes = Array.from({ length: 1 + chance.number(14) }, (): Lane => {
    const [from = 0, ...times] = chance.list(30, time).toSorted((a, b) => a - b);
    const to = times.at(-1) ?? from;
    const items = times.flatMap((at, index): LaneItem[] => {
      const line = chance.pick([undefined, 1, 300]);
      if (chance.number(2) === 0)
        return [{ kind: 'output', at, number: 1, line, stream: 'out', text: chance.pick(NAMES) }];
      const wait = {
        kind: 'wait',
        from: at,
        to: times[index + 1] ?? to,
        call: chance.pick(CALLS),
        line,
      } as const;
      return [{ ...wait, on: chance.pick([undefined, ...NAMES]), heldBy: chance.pick([undefined, 0, 39]) }];
    });
    return { kind: 'thread', name: chance.pick(NAMES), from, to, items };
  });
  const handovers = chance.list(9, () => ({
    from: chance.number(lanes.length),
    at: time(),
    to: chance.number(lanes.length + 2),
    until: time(),
  }));
  return numbered(timelineSchema.parse({ seconds, lanes, handovers }));
}

const partsOf = (markup: string) =>
  DomUtils.getElementsByTagName(() => true, parseDocument(markup, { xmlMode: true }));

test('whatever a timeline holds, each fact of it is in both drawings, in a place that is a number', () => {
  for (const seed of seeds(120)) {
    const timeline = randomTimeline(seeded(seed));
    const parts = partsOf(drawTimeline(timeline, en.timeline));
    const items = timeline.lanes.flatMap(lane => lane.items);
    const of = (name: string) => parts.filter(({ attribs }) => attribs.class?.split(' ')[0] === name).length;
    expect({
      seed,
      lanes: of('lane'),
      waits: of('wait'),
      printed: of('printed'),
      handovers: of('handover'),
    }).toEqual({
      seed,
      lanes: timeline.lanes.length * 2,
      waits: items.filter(({ kind }) => kind === 'wait').length * 2,
      printed: items.filter(({ kind }) => kind === 'output').length * 2,
      handovers: timeline.handovers.length * 2,
    });
    const places = parts.flatMap(({ attribs: { d = '', x, y, x1, y2, width, viewBox = '' } }) =>
      [d.replaceAll(/[MLHVhvz]/g, ' '), x, y, x1, y2, width, viewBox].join(' ').trim().split(/\s+/),
    );
    expect([seed, places.filter(place => place !== '' && !/^-?\d+(?:\.\d)?$/.test(place))]).toEqual([
      seed,
      [],
    ]);
  }
});

test('bars lie where their times are: their ends are on one line through the ticks of the axis', () => {
  const timeline = randomTimeline(seeded(7));
  const wide = drawTimeline(timeline, en.timeline).split('<svg class="tall"')[0] ?? '';
  const parts = partsOf(wide);
  const ticks = parts.filter(({ attribs }) => attribs.class === 'tick');
  const place = (time: number): number => {
    const [first, last] = [ticks[0], ticks.at(-1)].map(tick => [
      Number.parseFloat(tick === undefined ? '' : DomUtils.textContent(tick)),
      Number(tick?.attribs.x),
    ]);
    const [t0 = 0, x0 = 0, t1 = 0, x1 = 0] = [...(first ?? []), ...(last ?? [])];
    return x0 + ((time - t0) / (t1 - t0)) * (x1 - x0);
  };
  const waits = parts.filter(({ attribs }) => attribs.class?.startsWith('wait '));
  expect(waits.length).toBeGreaterThan(5);
  for (const { attribs } of waits) {
    const [right, , left] = (attribs.d ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
    expect(left).toBeCloseTo(place(Number(attribs['data-from'])), 0);
    expect(right).toBeGreaterThanOrEqual(place(Number(attribs['data-to'])) - 0.2);
    expect(right).toBeLessThanOrEqual(place(Number(attribs['data-to'])) + 1);
  }
});

test('the largest timeline that the schema permits is drawn in bounded time and space', () => {
  const items = Array.from({ length: 500 }, (_, index): LaneItem => {
    const wait = { kind: 'wait', from: index * 2, to: index * 2 + 1 } as const;
    return { ...wait, call: `call_${index}`, line: index + 1 };
  });
  const lanes = Array.from({ length: 40 }, (_, index): Lane => ({
    kind: 'process',
    name: `Process-${index}`,
    from: 0,
    to: 1000,
    items,
  }));
  const before = process.cpuUsage().user;
  const markup = drawTimeline({ seconds: 1000, lanes, handovers: [] }, en.timeline);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(20);
  expect(markup.length).toBeLessThan(10_000_000);
});

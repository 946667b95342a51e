import { expect, test } from 'vitest';
import { type LaneItem, type Timeline, timelineSchema } from '../../../../../src/core/timeline/timeline.ts';
import { type PageNode, pageTree } from '../../../../../src/site/audit/tree/page-tree.ts';
import { expectedDrawing } from '../../../../../src/site/audit/timeline/expected-drawing.ts';
import { expectedOutputs, inOneLine } from '../../../../../src/site/audit/timeline/expected-facts.ts';
import { readDrawing } from '../../../../../src/site/audit/drawing/read-drawing.ts';
import { drawTimeline } from '../../../../../src/site/timelines/drawing/draw-timeline.ts';
import { type Seeded, seeded, seeds } from '../../../../fixtures/seeded.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { numbered, timelineOf, TIMELINES } from '../../../../fixtures/timelines.ts';

function drawingsIn(node: PageNode): readonly PageNode[] {
  return node.name === 'svg' ? [node] : (node.children ?? []).flatMap(drawingsIn);
}

/** What the audit reads from the two drawings of a timeline. */
function readBoth(timeline: Timeline): string[][] {
  const printed = new Map(expectedOutputs(timeline).map(({ number, text }) => [number, inOneLine(text)]));
  return drawingsIn(pageTree(drawTimeline(timeline, en.timeline))).map(svg =>
    readDrawing(svg, printed, en.timeline),
  );
}

const expectedBoth = (timeline: Timeline): string[][] => [
  expectedDrawing('wide', timeline, en.timeline),
  expectedDrawing('tall', timeline, en.timeline),
];

test.for(TIMELINES)('the drawings of %s are what its data say', name => {
  expect(readBoth(timelineOf(name))).toEqual(expectedBoth(timelineOf(name)));
});

const CALLS = ['time.sleep', 'Lock.acquire', 'Queue.get', 'Thread.join', 'Condition.wait', 'x'.repeat(90)];
const NAMES = [
  'MainThread',
  'Thread-1 (work)',
  'Thread-12 (a_long_name_of_a_function)',
  'Ada',
  '名前',
  '<b>&"',
];
const TEXTS = ['done', 'It is <one> & "two"', '', '名前 '.repeat(30), 'x'.repeat(200), '\tindented  twice'];

/** Turns between times in order, each of some length; of no or one time, none. */
function turnsIn(times: readonly number[]): readonly (readonly [number, number])[] {
  return times.flatMap((from, index) => {
    const to = times[index + 1];
    return index % 2 === 1 || to === undefined || to === from ? [] : [[from, to] as const];
  });
}

/** A timeline as a run could have it: lanes with waits one after the other, and lines of output between them. */
function randomTimeline(chance: Seeded): Timeline {
  const seconds = chance.pick([0.05, 0.61, 1.007, 2, 12.5, 300]);
  const rounded = (time: number): number => Math.round(time * 1000) / 1000;
  const count = 1 + chance.number(12);
  const hasTurns = chance.number(3) === 0;
  const lanes = Array.from({ length: count }, (_, lane) => {
    const times = chance
      .list(14, () => rounded((chance.number(1001) * seconds) / 1000))
      .toSorted((a, b) => a - b);
    const [from, to] = lane === 0 ? [0, seconds] : [times[0] ?? 0, times.at(-1) ?? seconds];
    const isStuck = chance.number(6) === 0;
    const items = times.slice(1).flatMap((at, index): LaneItem[] => {
      const line = chance.pick([undefined, 7, 123]);
      if (chance.number(3) === 0)
        return [
          {
            kind: 'output',
            at,
            number: 1,
            line,
            stream: chance.pick(['out', 'err']),
            text: chance.pick(TEXTS),
          },
        ];
      const until = times[index + 2] ?? to;
      const on = chance.pick([undefined, 'pen', 'Thread-1 (work)']);
      const heldBy = chance.pick([undefined, chance.number(count)]);
      const endless = isStuck && until === to ? true : undefined;
      return [{ kind: 'wait', from: at, to: until, call: chance.pick(CALLS), line, on, heldBy, endless }];
    });
    return {
      kind: chance.pick(['thread', 'task', 'process'] as const),
      name: chance.pick(NAMES),
      from,
      to,
      turns: hasTurns ? turnsIn(times) : undefined,
      items,
    };
  });
  const handovers = chance
    .list(count > 1 ? 8 : 1, () => {
      const from = chance.number(count);
      const to = (from + 1 + chance.number(Math.max(1, count - 1))) % count;
      const at = rounded((chance.number(1001) * seconds) / 1000);
      return { from, at, to, until: Math.min(seconds, rounded(at + seconds / 100)) };
    })
    .filter(({ from, to }) => from !== to);
  return numbered(timelineSchema.parse(JSON.parse(JSON.stringify({ seconds, lanes, handovers }))));
}

test('the audit accepts each drawing of what a run could do', () => {
  const refused = seeds(150).flatMap(seed => {
    const timeline = randomTimeline(seeded(seed));
    const expected = expectedBoth(timeline);
    return readBoth(timeline).flatMap((lines, index) =>
      lines.join('\n') === expected[index]?.join('\n') ? [] : [`${seed}: ${lines[0]}`],
    );
  });
  expect(refused).toEqual([]);
});

test('a wait of twice the time is drawn at twice the length, or the audit refuses it', () => {
  const timeline = timelineOf('side_by_side');
  const printed = new Map(expectedOutputs(timeline).map(({ number, text }) => [number, inOneLine(text)]));
  const drawing = drawTimeline(timeline, en.timeline);
  // A tenth of a unit is the precision of a drawing: three units are seen, and refused.
  const moved = drawing.replace(
    /(<path class="wait [^>]*?d="M)([\d.]+)/,
    (_whole: string, head: string, x: string) => {
      return `${head}${(Number(x) - 3).toFixed(1)}`;
    },
  );
  expect(moved).not.toBe(drawing);
  const [wide] = drawingsIn(pageTree(moved)).map(svg => readDrawing(svg, printed, en.timeline));
  expect(wide).toEqual([expect.stringMatching(/^svg: in lane ".+", something is at another time$/)]);
});

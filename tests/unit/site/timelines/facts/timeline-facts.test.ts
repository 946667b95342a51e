import { expect, test } from 'vitest';
import { goldenOf, timelineOf, TIMELINES } from '../../../../fixtures/timelines.ts';
import { expectedLanes } from '../../../../../src/site/audit/timeline/expected-facts.ts';
import {
  drawingLabel,
  listedLanes,
  numberedOutputs,
} from '../../../../../src/site/timelines/facts/timeline-facts.ts';
import { timelineContent } from '../../../../../src/site/timelines/timeline-figure.ts';
import { writeMarkdown } from '../../../../../src/site/markdown-edition/markdown-nodes.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { timelineMarkdown } from '../../../../../src/site/markdown-edition/timeline-markdown.ts';

test.for(TIMELINES)('the facts of %s read as a list', async name => {
  const known = { timeline: timelineOf(name), python: '3.13.0', isVerified: true };
  const content = timelineContent(`topic/${name}`, known, en.timeline);
  const figure = { kind: 'timeline', anchor: name, title: `${name}.py`, ...content } as const;
  await expect(writeMarkdown(timelineMarkdown(figure, en.timeline))).toMatchFileSnapshot(
    goldenOf(name, '.md'),
  );
});

test('lines of output are numbered in the order of time, whichever lane printed them', () => {
  const numbers = numberedOutputs(timelineOf('side_by_side'));
  expect(numbers.map(({ number, lane, text }) => `${number} ${lane} ${text}`)).toEqual([
    '1 1 Downloading report.pdf',
    '2 2 Downloading photo.jpg',
    '3 3 Downloading song.mp3',
    '4 1 Done: report.pdf',
    '5 3 Done: song.mp3',
    '6 2 Done: photo.jpg',
    '7 0 All downloads done',
  ]);
});

test('a drawing is named by its lanes', () => {
  expect(drawingLabel(timelineOf('deadlock'), en.timeline)).toBe(
    'Timeline of 3 threads over 2 s: MainThread, Thread-1 (left), Thread-2 (right).',
  );
  expect(drawingLabel(timelineOf('at_once'), en.timeline)).toBe('Timeline of 1 thread over 0 s: MainThread.');
});

test('a lane that waits for itself, and one that waits for work, are listed as that', () => {
  const wait = { kind: 'wait', from: 0, to: 1 } as const;
  const lane = { kind: 'thread', name: 'Ada', from: 0, to: 1 } as const;
  const own = { ...wait, call: 'Lock.acquire', line: 3, on: 'lock', heldBy: 0, endless: true } as const;
  const idle = { ...wait, call: 'work' };
  const timeline = { seconds: 1, lanes: [{ ...lane, items: [own, idle] }], handovers: [] };
  const read = listedLanes(timeline, en.timeline)[0]?.facts.map(
    ({ words, code, rest }) => words + code + rest,
  );
  expect(read).toEqual([
    'from 0 s without end: waits in Lock.acquire for lock, which it holds',
    '0 s to 1 s: waits for work',
  ]);
  const expected = expectedLanes(timeline, en.timeline)[0]?.facts.map(
    ({ before, code, after }) => before + code + after,
  );
  expect(expected).toEqual(read);
});

import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { goldenOf, timelineOf, TIMELINES } from '../../../../fixtures/timelines.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { drawTimeline } from '../../../../../src/site/timelines/drawing/draw-timeline.ts';

/** One element a line, each as deep as it is in the drawing. */
function readable(markup: string): string {
  let depth = 0;
  return markup
    .split(/(?<=>)(?=<)/)
    .map(line => {
      if (line.startsWith('</')) depth -= 1;
      const indented = `${'  '.repeat(depth)}${line}`;
      if (/^<(?:svg|g)\b/.test(line)) depth += 1;
      return indented;
    })
    .join('\n')
    .concat('\n');
}

const elementsOf = (markup: string) =>
  DomUtils.getElementsByTagName(() => true, parseDocument(markup, { xmlMode: true }));

test.for(TIMELINES)('the drawing of %s is as somebody has looked at it', async name => {
  const drawing = readable(drawTimeline(timelineOf(name), en.timeline));
  await expect(drawing).toMatchFileSnapshot(goldenOf(name, '.svg.txt'));
});

const ELEMENTS = ['svg', 'g', 'rect', 'path', 'line', 'text'];
const GEOMETRY = [
  'class',
  'role',
  'aria-label',
  'viewBox',
  'x',
  'y',
  'width',
  'height',
  'd',
  'x1',
  'y1',
  'x2',
  'y2',
];

test.for(TIMELINES)('the drawing of %s has nothing that styles, runs, loads or names', name => {
  const elements = elementsOf(drawTimeline(timelineOf(name), en.timeline));
  const attributes = elements.flatMap(({ attribs }) => Object.keys(attribs));
  expect(elements.map(each => each.name).filter(each => !ELEMENTS.includes(each))).toEqual([]);
  expect(attributes.filter(each => !each.startsWith('data-') && !GEOMETRY.includes(each))).toEqual([]);
});

test.for(TIMELINES)('all places in the drawing of %s are numbers', name => {
  const values = elementsOf(drawTimeline(timelineOf(name), en.timeline)).flatMap(({ attribs }) =>
    ['x', 'y', 'width', 'height', 'x1', 'y1', 'x2', 'y2'].flatMap(each => attribs[each] ?? []),
  );
  expect(values.filter(value => !/^-?\d+(?:\.\d)?$/.test(value))).toEqual([]);
});

test('a picture of four lanes weighs at most 12 KB in both of its forms', () => {
  const usual = ['side_by_side', 'pool_of_three', 'barrier', 'gather', 'task_group'];
  for (const name of usual)
    expect([name, drawTimeline(timelineOf(name), en.timeline).length <= 12 * 1024]).toEqual([name, true]);
});

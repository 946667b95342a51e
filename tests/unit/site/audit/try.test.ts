import { expect, test } from 'vitest';
import { timelineOf, TIMELINES } from '../../../fixtures/timelines.ts';
import { drawTimeline } from '../../../../src/site/timelines/draw-timeline.ts';
import { numberedOutputs } from '../../../../src/site/timelines/timeline-facts.ts';
import { pageTree } from '../../../../src/site/audit/page/page-tree.ts';
import { readDrawing } from '../../../../src/site/audit/timeline/read-drawing.ts';
import { expectedDrawing } from '../../../../src/site/audit/timeline/expected-drawing.ts';
test.for(TIMELINES)('%s', name => {
  const timeline = timelineOf(name);
  const tree: any = pageTree(drawTimeline(timeline));
  const svgs: any[] = [];
  const visit = (n: any) => { if (n.name === 'svg') svgs.push(n); n.children?.forEach(visit); };
  visit(tree);
  const printed = new Map(numberedOutputs(timeline).map(o => [o.number, o.text.replaceAll(/\s+/g, ' ').trim()]));
  expect(readDrawing(svgs[0], printed)).toEqual(expectedDrawing('wide', timeline));
  expect(readDrawing(svgs[1], printed)).toEqual(expectedDrawing('tall', timeline));
});

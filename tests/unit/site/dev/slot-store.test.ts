import { NO_LESSON } from '../../../../src/site/article/article-facts.ts';
import { expect, test } from 'vitest';
import {
  articleFacts,
  devExamples,
  fillFacts,
  fillSlots,
  loadSlot,
  loadTokenCss,
  loadTop,
  type SlotContent,
} from '../../../../src/site/dev/slot-store.ts';
import type { Figure } from '../../../../src/site/figures/parts/figure.ts';
import { loadFigure } from '../../../../src/site/figures/figure-registry.ts';

const FIGURE: Figure = {
  kind: 'figure',
  anchor: 'sample',
  id: 'topic/sample',
  file: 'examples/topic/sample.py',
  title: 'sample.py',
  entry: 'sample.py',
  versions: [],
  variants: [],
  verdict: 'unrecorded',
  line: 'unverified',
};
const CONTENT: SlotContent = {
  kind: 'unverified',
  figure: FIGURE,
  tabs: [{ status: 'running', panels: [], artifacts: [], note: '' }],
};

test('a slot shows what it was filled with last, in text that was compiled from the same plan', () => {
  fillSlots(new Map([['a/b/0', { plan: 'old', content: FIGURE }]]), '');
  fillSlots(new Map([['a/b/0', { plan: 'new', content: CONTENT }]]), '.t1{color:red}');
  expect(loadSlot('a/b/0', 'new')).toEqual(CONTENT);
  expect(loadSlot('a/b/0', 'old')).toBe(undefined);
  expect(loadSlot('a/b/1', 'new')).toBe(undefined);
  expect(loadTokenCss()).toBe('.t1{color:red}');
});

test('the figure in a slot is registered under the key of the slot', () => {
  fillSlots(new Map([['a/c/0', { content: CONTENT }]]), '');
  expect(loadFigure('a/c/0', 'figure')).toEqual(FIGURE);
});

test('the head of a page is that of its last text, whatever text was compiled', () => {
  const top: SlotContent = { kind: 'top', version: 2, problems: [], isOutdated: true };
  fillSlots(new Map([['a/d/top', { plan: 'new', content: top }]]), '');
  expect(loadSlot('a/d/top', 'old')).toBe(undefined);
  expect(loadTop('a/d/top')).toEqual(top);
  expect(loadTop('a/e/top')).toBe(undefined);
});

test('modules that hold the facts of articles and the list of examples see new ones', () => {
  fillFacts({ 'content/a/b.mdx': { lesson: NO_LESSON, minutes: 3 } }, []);
  expect(fillFacts({ 'content/a/c.mdx': { lesson: NO_LESSON, minutes: 4 } }, [])).toBe(true);
  expect(fillFacts({ 'content/a/c.mdx': { lesson: NO_LESSON, minutes: 4 } }, [])).toBe(false);
  expect([articleFacts, devExamples]).toEqual([{ 'content/a/c.mdx': { lesson: NO_LESSON, minutes: 4 } }, []]);
});

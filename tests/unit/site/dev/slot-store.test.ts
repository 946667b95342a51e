import { expect, test } from 'vitest';
import { fillSlots, loadSlot, loadTokenCss, type SlotContent } from '../../../../src/site/dev/slot-store.ts';
import type { Figure } from '../../../../src/site/figures/figure.ts';
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
};
const CONTENT: SlotContent = {
  kind: 'unverified',
  figure: FIGURE,
  tabs: [{ status: 'running', panels: [] }],
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

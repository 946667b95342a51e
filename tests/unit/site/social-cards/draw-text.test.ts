import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { type Face, wrapped } from '../../../../src/site/social-cards/draw-text.ts';

// The font does not matter here: that of the machine is as good.
const context = createCanvas(100, 100).getContext('2d');
const face: Face = { size: 20, weight: 400, height: 24, spacing: 0, colour: '#000' };
const fits = (line: string): boolean => context.measureText(line).width <= 200;

test('a text is broken between words, and a word that is wider than a line within', () => {
  expect(wrapped(context, ' one  two ', face, 200, 3)).toEqual(['one two']);
  const text = `several words that need more than one line and ${'long'.repeat(20)} words`;
  const lines = wrapped(context, text, face, 200, 99);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.every(fits)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(wrapped(context, '', face, 200, 3)).toEqual([]);
});

test('of too many lines the last one that there may be is cut', () => {
  const text = 'words and words '.repeat(10);
  const [all, two] = [wrapped(context, text, face, 200, 99), wrapped(context, text, face, 200, 2)];
  expect([two.length, two[0]]).toEqual([2, all[0]]);
  expect(two[1]).toMatch(/\w…$/);
  expect(all[1]?.startsWith(two[1]?.slice(0, -1) ?? '?')).toBe(true);
});

import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { type TextStyle, wrapLines } from '../../../../src/site/social-cards/draw-text.ts';

// Any font of the machine will do here.
const context = createCanvas(100, 100).getContext('2d');
const style: TextStyle = { size: 20, weight: 400, height: 24, spacing: 0, color: '#000' };
const wrap = (text: string, maxLines: number): readonly string[] =>
  wrapLines(context, text, style, { width: 200, maxLines });
const fits = (line: string): boolean => context.measureText(line).width <= 200;

test('a text is broken between words, and a word wider than a line is broken too', () => {
  expect(wrap(' one  two ', 3)).toEqual(['one two']);
  const text = `several words that need more than one line and ${'long'.repeat(20)} words`;
  const lines = wrap(text, 99);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.every(fits)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(wrap('', 3)).toEqual([]);
});

test('a text with too many lines ends in … on the last line allowed', () => {
  const text = 'words and words '.repeat(10);
  const [all, two] = [wrap(text, 99), wrap(text, 2)];
  expect([two.length, two[0]]).toEqual([2, all[0]]);
  expect(two[1]).toMatch(/\w…$/);
  expect(all[1]?.startsWith(two[1]?.slice(0, -1) ?? '?')).toBe(true);
});

import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { badge } from '../../../../src/site/pages/badge.ts';

test('a badge has its text in its drawing and in its name, each as text', () => {
  const $ = load(badge('verified', '<b> & 3 "of" 4'), { xml: true });
  const name = 'verified: <b> & 3 "of" 4';
  expect([$('title').text(), $('b').length]).toEqual([name, 0]);
  expect(
    $('text')
      .toArray()
      .map(each => $(each).text()),
  ).toEqual(['verified', '<b> & 3 "of" 4']);
});

test('a badge has room for its text: both parts lie side by side, and fill it', () => {
  for (const message of ['1', '189 of 193 examples']) {
    const $ = load(badge('verified', message), { xml: true });
    const number = (selector: string, name: string): number => Number($(selector).attr(name) ?? 0);
    const width = number('svg', 'width');
    const left = number('g rect:first-child', 'width');
    expect(number('g rect:last-child', 'x')).toBe(left);
    expect(left + number('g rect:last-child', 'width')).toBe(width);
    const end = (selector: string): number => number(selector, 'x') + number(selector, 'textLength');
    expect(end('text:first-child')).toBeLessThan(left);
    expect(number('text:last-child', 'x')).toBeGreaterThan(left);
    expect(end('text:last-child')).toBeLessThan(width);
  }
});

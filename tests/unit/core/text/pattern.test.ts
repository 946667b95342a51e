import { describe, expect, test } from 'vitest';
import { compilePattern, escapePattern, patternProblem } from '../../../../src/core/text/pattern.ts';

describe('a pattern of an author', () => {
  test.for<[string, RegExp]>([
    ['(?=a)', /^uses look-around/],
    ['(?!a)', /^uses look-around/],
    ['(?<=a)b', /^uses look-around/],
    ['(?<!a)b', /^uses look-around/],
    [String.raw`(a)\1`, /^uses a back reference/],
    [String.raw`(?<n>a)\k<n>`, /^uses a back reference/],
    [String.raw`\u00b5`, /^uses an escape that RE2 has not/],
    ['(', /missing closing \), in "\("$/],
    ['a**', /invalid nested repetition operator/],
    ['x{1001}', /invalid repeat count/],
    ['a'.repeat(301), /^is too long: at most 300 characters$/],
    ['(?:[a-z]{30}){33}[a-z]{30}', /^repeats too much/],
  ])('%s is refused, and why', ([pattern, expected]) => {
    expect(patternProblem(pattern)).toMatch(expected);
  });

  test('gives offsets in UTF-16 units, of its first group if that took part', () => {
    expect(compilePattern('é(😀+)').find('aé😀😀b')).toEqual({
      start: 1,
      end: 6,
      group: { start: 2, end: 6 },
    });
    expect(compilePattern('(a)|b').find('b')).toEqual({ start: 0, end: 1, group: undefined });
    expect(compilePattern('b').find('abab', 2)).toEqual({ start: 3, end: 4, group: undefined });
  });

  test('matches at lines only if it is asked to', () => {
    expect(compilePattern('^b$').find('a\nb\nc')).toBeUndefined();
    expect(compilePattern('^b$', true).find('a\nb\nc')?.start).toBe(2);
  });

  test('that is made of a text matches it and nothing else', () => {
    const text = String.raw`a.*+?^${'$'}{}()|[]\/-b`;
    expect(compilePattern(escapePattern(text)).find(`x${text}`)).toMatchObject({
      start: 1,
      end: text.length + 1,
    });
  });
});

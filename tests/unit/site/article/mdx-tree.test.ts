import { describe, expect, test } from 'vitest';
import { Expression, literalOf } from '../../../../src/site/article/mdx-tree.ts';

describe('between braces', () => {
  test.for([
    ['false', false],
    [' 0.5 ', 0.5],
    ['-3', -3],
    ['1.50', 1.5],
    ['\'a "word"\'', 'a "word"'],
    ['`a $5 word`', 'a $5 word'],
    [String.raw`"(\\d+)"`, String.raw`(\d+)`],
  ] as const)('%s is a value', ([source, value]) => {
    expect(literalOf(source)).toBe(value);
  });

  test.for([
    '1 + 1',
    "'a' + 'b'",
    '`a` + `b`',
    '`${1}`',
    "'\\n'",
    'Date.now()',
    'null',
    '[1]',
    '{ "a": 1 }',
    '',
  ])('%s is an expression, whose value only the rendered page knows', source => {
    expect(literalOf(source)).toEqual(new Expression(source));
  });
});

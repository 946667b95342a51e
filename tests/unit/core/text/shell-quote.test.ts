import { expect, test } from 'vitest';
import { shellQuote } from '../../../../src/core/text/shell-quote.ts';

test('a word is written as a shell reads it', () => {
  expect(['../docs', 'a b', "it's", '~'].map(shellQuote)).toEqual([
    '../docs',
    "'a b'",
    String.raw`'it'\''s'`,
    "'~'",
  ]);
});

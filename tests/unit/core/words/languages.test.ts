import { expect, test } from 'vitest';
import { CONTRACT_ENTRIES } from '../../../../src/core/contract/contract-schema.ts';
import { wordsOf } from '../../../../src/core/words/languages.ts';

test.for(['en', 'de'])('%s has words for each key by which a contract promises something else', language => {
  const keys = CONTRACT_ENTRIES.flatMap(([key, { sentence }]) => (sentence === undefined ? [] : key));
  expect(Object.keys(wordsOf(language).proof.promises).toSorted()).toEqual(['bytes', ...keys].toSorted());
});

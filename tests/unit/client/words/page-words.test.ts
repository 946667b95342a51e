import { expect, test } from 'vitest';
import { RUN_WORDS } from '../../../../src/client/words/page-words.ts';
import { WORD_LANGUAGES, wordsOf } from '../../../../src/core/words/languages.ts';

test('scripts have the words about runs in each language of the site', () => {
  expect(Object.keys(RUN_WORDS)).toEqual(WORD_LANGUAGES);
  for (const language of WORD_LANGUAGES) {
    const { run, timeline } = wordsOf(language);
    expect(RUN_WORDS[language]).toEqual({ run, timeline });
  }
});

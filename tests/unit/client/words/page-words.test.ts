import { expect, test } from 'vitest';
import { FINDING_WORDS } from '../../../../src/client/words/finding-words.ts';
import { LESSON_WORDS } from '../../../../src/client/words/lesson-words.ts';
import { RUN_WORDS } from '../../../../src/client/words/page-words.ts';
import { WORD_LANGUAGES, wordsOf } from '../../../../src/core/words/languages.ts';

test('scripts have the words that they show in each language of the site', () => {
  for (const table of [RUN_WORDS, FINDING_WORDS, LESSON_WORDS])
    expect(Object.keys(table)).toEqual(WORD_LANGUAGES);
  for (const language of WORD_LANGUAGES) {
    const { run, timeline, finding, lesson } = wordsOf(language);
    expect(RUN_WORDS[language]).toEqual({ run, timeline });
    expect(FINDING_WORDS[language]).toEqual(finding);
    expect(LESSON_WORDS[language]).toEqual(lesson);
  }
});

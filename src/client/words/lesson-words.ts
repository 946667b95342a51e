import { deLesson } from '../../core/words/de/lesson.ts';
import type { Words } from '../../core/words/en/en.ts';
import { enLesson } from '../../core/words/en/lesson.ts';
import { ofLanguage } from '../../core/words/of-language.ts';

/** The words about parts of a lesson alone, by language. */
export const LESSON_WORDS: Readonly<Record<string, Words['lesson']>> = { en: enLesson, de: deLesson };

/** The words about parts of a lesson in the language of the page. */
export function lessonWords(): Words['lesson'] {
  return ofLanguage(LESSON_WORDS, document.documentElement.lang) ?? enLesson;
}

import { de } from './de/de.ts';
import { en } from './en/en.ts';
import type { Words } from './en/en.ts';
import { ofLanguage } from './of-language.ts';

/** The languages that the site has words for, by their tags. */
const LANGUAGES: Readonly<Record<string, Words>> = { en, de };

/** Tags of the languages that the site has words for. */
export const WORD_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** Whether the site has words for a language. @param language `en`, `de-AT` */
export function hasWords(language: string): boolean {
  return ofLanguage(LANGUAGES, language) !== undefined;
}

/** The words of a language; English if there are none. @param language `en`, `de-AT` */
export function wordsOf(language: string): Words {
  return ofLanguage(LANGUAGES, language) ?? en;
}

import { de } from './de/de.ts';
import { en } from './en/en.ts';
import type { Words } from './en/en.ts';

/** The languages that the site has words for, by their tags. */
const LANGUAGES: Readonly<Record<string, Words>> = { en, de };

/** The words of a language; English if there are none. @param language `en`, `de-AT` */
export function wordsOf(language: string): Words {
  return LANGUAGES[language] ?? LANGUAGES[language.split('-')[0] ?? ''] ?? en;
}

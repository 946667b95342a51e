import { deFinding } from '../../core/words/de/finding.ts';
import type { Words } from '../../core/words/en/en.ts';
import { enFinding } from '../../core/words/en/finding.ts';
import { ofLanguage } from '../../core/words/of-language.ts';

/** The words about finding pages alone, by language. */
export const FINDING_WORDS: Readonly<Record<string, Words['finding']>> = { en: enFinding, de: deFinding };

/** The words about finding pages in the language of the page. */
export function findingWords(): Words['finding'] {
  return ofLanguage(FINDING_WORDS, document.documentElement.lang) ?? enFinding;
}

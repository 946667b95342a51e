import type { Words } from '../../core/words/en/en.ts';
import { wordsOf } from '../../core/words/languages.ts';

/** All words of the site in the language of the page. Only scripts that are loaded when needed import it. */
export function pageWords(): Words {
  return wordsOf(document.documentElement.lang);
}

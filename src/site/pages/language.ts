import type { Words } from '../../core/words/en/en.ts';
import { wordsOf } from '../../core/words/languages.ts';
import { site } from '../../site.config.ts';

/** The language of a page. */
export function languageAt(_url: URL): string {
  return site.language;
}

/** The words of a page: `const { frame } = wordsAt(Astro.url)`. */
export function wordsAt(url: URL): Words {
  return wordsOf(languageAt(url));
}

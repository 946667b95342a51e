import { languageOf, siteLanguages } from '../core/settings/site-languages.ts';
import type { Words } from '../core/words/en/en.ts';
import { wordsOf } from '../core/words/languages.ts';
import { site } from '../site.config.ts';
import { articleUrl } from './routes.ts';

/** The language of an article. @param file `content/de/advanced/locks.mdx` */
export function articleLanguage(file: string): string {
  return languageOf(articleUrl(file), siteLanguages(site));
}

/** The words of the site in the language of an article. */
export function wordsOfArticle(file: string): Words {
  return wordsOf(articleLanguage(file));
}

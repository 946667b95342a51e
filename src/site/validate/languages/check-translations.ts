import { CONTENT, originalArticle } from '../../../core/project-paths.ts';
import type { Problem } from '../../../core/problems/problem.ts';
import { nearest, suggestion } from '../../../core/problems/suggest.ts';
import { shellQuote } from '../../../core/text/shell-quote.ts';
import type { OutlinedArticle } from '../../article/outline.ts';

/** The folder of an article's language, and its path below that: `content/de` and `advanced`, `locks`. */
export function placeOf(
  file: string,
  [, ...translations]: readonly string[],
): { readonly folder: string; readonly rest: readonly string[] } {
  const parts = file
    .replace(/\.mdx$/, '')
    .split('/')
    .slice(1);
  const [language = ''] = parts;
  return translations.includes(language)
    ? { folder: `${CONTENT}/${language}`, rest: parts.slice(1) }
    : { folder: CONTENT, rest: parts };
}

/** Whether an article lies in the folder of a language that the settings do not name. */
export function isForeign(file: string, languages: readonly string[], tracks: readonly string[]): boolean {
  const [language = '', track = '', name] = placeOf(file, languages).rest;
  const isTag = /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(language);
  return isTag && name !== undefined && tracks.includes(track) && !tracks.includes(language);
}

/** Translations into a language that the settings do not name, and those of no article. */
export function translationProblems(
  articles: readonly OutlinedArticle[],
  languages: readonly string[],
  tracks: readonly string[],
): Problem[] {
  const files = new Set(articles.map(({ file }) => file));
  return articles.flatMap(({ file }): Problem[] => {
    const { folder, rest } = placeOf(file, languages);
    if (isForeign(file, languages, tracks)) {
      const [language = ''] = rest;
      const near = suggestion(language, languages.slice(1));
      const texts = "tagline: '…', description: '…', welcome: '…', tracks: {}";
      const entry = `translations: { ${language}: { ${texts} } },`;
      const title = `The settings name no translation "${language}".`;
      return [{ file, title, remedy: `${near === '' ? '' : `${near}. `}In src/site.config.ts:\n${entry}` }];
    }
    const original = originalArticle(file);
    if (folder === CONTENT || rest.length !== 2 || files.has(original)) return [];
    const others = [...files].filter(each => placeOf(each, languages).folder === CONTENT);
    const near = nearest(original, others);
    const remedy =
      near === undefined
        ? `Write the article in the language of the site first: ${original}`
        : `mv ${shellQuote(file)} ${shellQuote(near.replace(CONTENT, folder))}`;
    return [{ file, title: `This translates no article: there is no ${original}.`, remedy }];
  });
}

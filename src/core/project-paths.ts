/** Folders of the project, relative to its root. */

/** The articles. */
export const CONTENT = 'content';
/** The examples, with their recordings. */
export const EXAMPLES = 'examples';
/** What commands keep between their runs: caches, reports, work in progress. Never committed. */
export const STATE = '.verbatim';

/** The article that another translates: `content/de/advanced/locks.mdx` → `content/advanced/locks.mdx`. */
export function originalArticle(article: string): string {
  return [CONTENT, ...article.split('/').slice(-2)].join('/');
}

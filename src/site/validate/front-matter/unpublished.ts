import type { Problem } from '../../../core/problems/problem.ts';
import type { OutlinedArticle } from '../../article/outline.ts';

/** Whether an article is written for later. */
export function isDraft({ outline }: OutlinedArticle): boolean {
  return outline.head?.data.draft === true;
}

/**
 * Ids of the examples that only drafts show. A build runs them as all others, and publishes nothing of them:
 * their pages would show what the author still keeps back.
 */
export function hiddenExamples(articles: readonly OutlinedArticle[]): ReadonlySet<string> {
  const shownBy = (isAsked: boolean): ReadonlySet<string> =>
    new Set(articles.filter(each => isDraft(each) === isAsked).flatMap(({ outline }) => outline.shown));
  return shownBy(true).difference(shownBy(false));
}

/** What authors read of a draft each time, so that none is forgotten. */
export function draftNotices(article: OutlinedArticle): readonly Problem[] {
  const { file, outline } = article;
  const title = 'A draft: it is checked as all articles are, and not published.';
  const remedy = 'When it is ready, remove its line: draft: true';
  return isDraft(article) ? [{ file, ...outline.head?.at('draft'), title, remedy }] : [];
}

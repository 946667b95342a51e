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

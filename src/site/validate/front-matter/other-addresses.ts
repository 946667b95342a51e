import type { Problem } from '../../../core/problems/problem.ts';
import type { OutlinedArticle } from '../../article/outline.ts';
import { articleUrl, exampleUrl, markdownUrl } from '../../routes.ts';
import { hiddenExamples, isDraft } from './unpublished.ts';

/** What is wrong with a link, by the URL path that it leads to. */
export type OtherAddresses = ReadonlyMap<string, Pick<Problem, 'title' | 'remedy'>>;

/** Addresses that an article had before: they lead readers on, and links of this site need no detour. */
export function movedAddresses(articles: readonly OutlinedArticle[]): OtherAddresses {
  return new Map(
    articles.flatMap(({ file, outline }) =>
      (outline.head?.data.aliases ?? []).map(alias => {
        const title = `${alias} is an old address: the article has moved.`;
        return [alias, { title, remedy: articleUrl(file) }] as const;
      }),
    ),
  );
}

/** Addresses that the dev server has and a published site has not. */
export function unpublishedAddresses(articles: readonly OutlinedArticle[]): OtherAddresses {
  const drafts = articles.filter(isDraft).flatMap(({ file }) => {
    const title = `The link leads to a draft, which is not published: ${file}.`;
    const finding = { title, remedy: 'Publish it too, or take the link out until then.' };
    return [articleUrl(file), markdownUrl(file)].map(url => [url, finding] as const);
  });
  const examples = [...hiddenExamples(articles)].map(id => {
    const title = `Only drafts show the example ${id}: its page is not published.`;
    return [exampleUrl(id), { title, remedy: 'Show it here, or take the link out until then.' }] as const;
  });
  return new Map([...drafts, ...examples]);
}

import { tagSlug, tagUrl } from '../../routes.ts';
import { linkTo } from '../../site-url.ts';
import { allArticles, type Article } from '../articles.ts';

/** A subject, with the articles that have it. */
export interface TagPage {
  readonly name: string;
  readonly slug: string;
  /** Where pages link to. */
  readonly href: string;
  /** In the order of the site. */
  readonly articles: readonly Article[];
}

/** All tags of the articles, by the alphabet. */
export async function allTags(): Promise<readonly TagPage[]> {
  const articles = await allArticles();
  const names = [...new Set(articles.flatMap(({ tags }) => tags))];
  return names
    .map(name => ({
      name,
      slug: tagSlug(name),
      href: linkTo(tagUrl(name)),
      articles: articles.filter(({ tags }) => tags.includes(name)),
    }))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

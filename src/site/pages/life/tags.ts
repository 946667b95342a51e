import { tagSlug, tagUrl } from '../../routes.ts';
import { linkTo } from '../../site-url.ts';
import { type Article, articlesOfAllLanguages } from '../articles.ts';

/** A subject, with the articles that have it. */
export interface TagPage {
  readonly name: string;
  readonly slug: string;
  /** Where pages link to. */
  readonly href: string;
  /** By language, in the order of the site. */
  readonly articles: readonly Article[];
}

/** All tags of the articles of all languages, by the alphabet. */
export async function allTags(): Promise<readonly TagPage[]> {
  const articles = await articlesOfAllLanguages();
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

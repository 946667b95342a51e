import { type Article, articlesNamed } from '../articles.ts';

/** The other articles that the page of an article leads to. */
export interface Related {
  /** What to read before it. */
  readonly prerequisites: readonly Article[];
  readonly seeAlso: readonly Article[];
  /** All parts of its series, in order; absent if it is in none, or alone in it. */
  readonly series?: { readonly title: string; readonly parts: readonly Article[] } | undefined;
}

/** @param all every article of the site */
export function relatedTo(article: Article, all: readonly Article[]): Related {
  const { series, track } = article;
  const parts = all.filter(each => each.series === series && each.track.slug === track.slug);
  return {
    prerequisites: articlesNamed(article.prerequisites, all),
    seeAlso: articlesNamed(article.seeAlso, all),
    series: series === undefined || parts.length < 2 ? undefined : { title: series, parts },
  };
}

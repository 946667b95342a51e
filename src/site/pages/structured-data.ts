import { site } from '../../site.config.ts';
import type { Article } from './articles.ts';

/** What search engines read of an article, as JSON-LD: the article itself and the way to it. `url` is its own, absolute. */
export function structuredData(article: Article, url: URL): string {
  const { title, subtitle, summary, level, minutes, published, updated, track } = article;
  const at = (path: string): string => new URL(path, url).href;
  const publisher = { '@type': 'Organization', name: site.title, url: at('/') };
  const techArticle = {
    '@type': 'TechArticle',
    headline: title,
    alternativeHeadline: subtitle,
    description: summary,
    url: url.href,
    image: at(article.cardHref),
    datePublished: published ?? updated,
    dateModified: updated,
    inLanguage: site.language,
    articleSection: track.title,
    proficiencyLevel: level,
    timeRequired: `PT${minutes}M`,
    author: publisher,
    publisher,
  };
  const way = [
    ['Home', '/'],
    [track.title, `/#track-${track.slug}`],
    [title, article.href],
  ] as const;
  const breadcrumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: at(path),
    })),
  };
  // A "<" could end the element that this stands in.
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [techArticle, breadcrumbs],
  }).replaceAll('<', '\\u003c');
}

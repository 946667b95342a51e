import { site } from '../../site.config.ts';
import { HOME_URL, trackUrl } from '../routes.ts';
import { absoluteUrl } from '../site-url.ts';
import { cardImage } from '../social-cards/card-content.ts';
import type { Article } from './articles.ts';

/** Somebody who wrote an article. */
function person(name: string): Readonly<Record<string, string | undefined>> {
  return { '@type': 'Person', name, url: site.authors[name]?.url };
}

/** JSON-LD of an article for search engines: the article and its breadcrumbs. `url` is its absolute URL. */
export function structuredData(article: Article, url: URL): string {
  const { title, subtitle, summary, level, minutes, published, updated, track, tags, series } = article;
  const image = cardImage(article, site);
  const publisher = { '@type': 'Organization', name: site.title, url: absoluteUrl(HOME_URL) };
  const techArticle = {
    '@type': 'TechArticle',
    headline: title,
    alternativeHeadline: subtitle,
    description: summary,
    url: url.href,
    image: image && absoluteUrl(image.url),
    datePublished: published ?? updated,
    dateModified: updated,
    inLanguage: article.language,
    license: site.license?.url,
    articleSection: track.title,
    proficiencyLevel: level,
    timeRequired: `PT${minutes}M`,
    keywords: tags.length === 0 ? undefined : tags,
    isPartOf: series && { '@type': 'CreativeWorkSeries', name: series },
    author: article.authors.length === 0 ? publisher : article.authors.map(person),
    publisher,
  };
  const way = [
    ['Home', absoluteUrl(HOME_URL)],
    [track.title, absoluteUrl(trackUrl(track.slug))],
    [title, url.href],
  ] as const;
  const breadcrumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(([name, item], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item,
    })),
  };
  // A "<" could end the <script> element.
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [techArticle, breadcrumbs],
  }).replaceAll('<', '\\u003c');
}

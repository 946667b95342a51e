import rss from '@astrojs/rss';
import { HOME_URL } from '../../routes.ts';
import { absoluteUrl } from '../../site-url.ts';
import { type Article, feedCreators, feedDescription } from '../articles.ts';

/** What a feed is about. */
interface Feed {
  readonly title: string;
  readonly description: string;
  /** URL path of the feed itself: `/advanced/rss.xml` */
  readonly url: string;
  readonly articles: readonly Article[];
  /** `de` */
  readonly language: string;
}

/** A feed of articles, the newest first. */
export function feedOf({ title, description, url, articles, language }: Feed): Promise<Response> {
  const dated = articles.map(article => ({ article, date: article.published ?? article.updated }));
  return rss({
    title,
    description,
    site: absoluteUrl(HOME_URL),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      `<language>${language}</language>`,
      `<atom:link href="${absoluteUrl(url)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: dated
      .toSorted((a, b) => b.date.localeCompare(a.date))
      .map(({ date, article }) => ({
        title: article.title,
        link: article.href,
        description: feedDescription(article),
        categories: [article.track.title, ...article.tags],
        pubDate: new Date(`${date}T00:00:00Z`),
        customData: feedCreators(article),
      })),
  });
}

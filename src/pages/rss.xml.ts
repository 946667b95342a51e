import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { allArticles, feedCreators, feedDescription } from '../site/pages/articles.ts';
import { FEED_URL, HOME_URL } from '../site/routes.ts';
import { absoluteUrl } from '../site/site-url.ts';
import { site } from '../site.config.ts';

export const GET: APIRoute = async () => {
  const dated = (await allArticles()).map(article => ({
    article,
    date: article.published ?? article.updated,
  }));
  return rss({
    title: site.title,
    description: site.description,
    site: absoluteUrl(HOME_URL),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      `<language>${site.language}</language>`,
      `<atom:link href="${absoluteUrl(FEED_URL)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: dated
      .toSorted((a, b) => b.date.localeCompare(a.date))
      .map(({ date, article }) => ({
        title: article.title,
        link: article.href,
        description: feedDescription(article),
        categories: [article.track.title, ...article.tags],
        customData: feedCreators(article),
        pubDate: new Date(`${date}T00:00:00Z`),
      })),
  });
};

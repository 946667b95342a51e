import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { allArticles } from '../site/pages/articles.ts';
import { FEED_URL } from '../site/routes.ts';
import { site } from '../site.config.ts';

export const GET: APIRoute = async context => {
  const articles = (await allArticles()).toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)));
  return rss({
    title: site.title,
    description: site.description,
    site: context.site ?? site.url,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${site.language}</language><atom:link href="${new URL(FEED_URL, context.site)}" rel="self" type="application/rss+xml"/>`,
    items: articles.map(article => ({
      title: article.title,
      link: article.href,
      description: article.summary,
      categories: [article.track.title],
      pubDate: new Date(`${dateOf(article)}T00:00:00Z`),
    })),
  });
};

const dateOf = ({
  published,
  updated,
}: {
  readonly published?: string | undefined;
  readonly updated: string;
}): string => published ?? updated;

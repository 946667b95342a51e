import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articlesOfAllLanguages } from '../../site/pages/articles.ts';
import { feedOf } from '../../site/pages/finding/feed.ts';
import { trackFeedUrl } from '../../site/routes.ts';
import { site } from '../../site.config.ts';

export const getStaticPaths = (async () => {
  const all = await articlesOfAllLanguages();
  return [...Map.groupBy(all, ({ entry }) => trackFeedUrl(entry.filePath ?? ''))].map(([url, articles]) => ({
    params: { track: url.replace(/^\/|\/rss\.xml$/g, '') },
    props: { url, articles },
  }));
}) satisfies GetStaticPaths;

/** The articles of one track, in one language. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { url, articles },
}) => {
  const { track, language = site.language } = articles[0] ?? {};
  return feedOf({
    title: `${track?.title ?? ''} · ${site.title}`,
    description: track?.summary ?? '',
    url,
    articles,
    language,
  });
};

import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { allArticles } from '../../site/pages/articles.ts';
import { feedOf } from '../../site/pages/feed.ts';
import { trackFeedUrl } from '../../site/routes.ts';
import { site } from '../../site.config.ts';

export const getStaticPaths = (async () =>
  [...Map.groupBy(await allArticles(), ({ track }) => track.slug)].map(([track, articles]) => ({
    params: { track },
    props: { articles },
  }))) satisfies GetStaticPaths;

/** The articles of one track. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { articles },
  params,
}) => {
  const { title, summary } = site.tracks[params.track ?? ''] ?? { title: '', summary: '' };
  return feedOf({
    title: `${title} · ${site.title}`,
    description: summary,
    url: trackFeedUrl(params.track ?? ''),
    articles,
  });
};

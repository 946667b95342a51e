import type { APIRoute, GetStaticPaths } from 'astro';
import { articleCard, SITE_CARD } from '../../site/social-cards/card-content.ts';
import { allArticles } from '../../site/pages/articles.ts';
import type { Card } from '../../site/social-cards/draw-card.ts';
import { drawCard } from '../../site/social-cards/card-queue.ts';

/** One for each article, and one for all other pages. A build draws them itself, in a thread beside all else: this is for development. */
export const getStaticPaths = (async () => [
  { params: { slug: 'site' }, props: { ...SITE_CARD } },
  ...(await allArticles()).map(({ entry, track }) => ({
    params: { slug: entry.id },
    props: { ...articleCard(entry.data, track) },
  })),
]) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await drawCard(props as unknown as Card), { headers: { 'Content-Type': 'image/png' } });

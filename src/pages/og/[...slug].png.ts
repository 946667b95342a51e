import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { allArticles } from '../../site/pages/articles.ts';
import { allCards, articleCard } from '../../site/social-cards/card-content.ts';
import { drawCard } from '../../site/social-cards/draw-card.ts';
import { site } from '../../site.config.ts';

/** Cards in the dev server. A build draws them all itself. */
export const getStaticPaths = (async () => {
  if (import.meta.env.PROD) return [];
  const articles = await allArticles();
  const cards = articles.map(({ entry, track }) => articleCard(entry.filePath ?? '', entry.data, track));
  return allCards(cards, site).map(card => ({
    params: { slug: card.url.slice('/og/'.length, -'.png'.length) },
    props: { card },
  }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { card } }) => {
  const png = await drawCard(card, { root: fileURLToPath(root), siteTitle: site.title });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};

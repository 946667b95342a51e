import type { APIRoute, GetStaticPaths } from 'astro';
import { articleCard } from '../../site/article-card.ts';
import { allArticles } from '../../site/articles.ts';
import type { Card } from '../../site/card.ts';
import { drawCard } from '../../site/draw-card.ts';
import { site } from '../../site.config.ts';

/** One for each article, and one for all other pages. */
export const getStaticPaths = (async () => [
  { params: { slug: 'site' }, props: { title: site.tagline, subtitle: 'Tutorials whose programs you can run' } },
  ...(await allArticles()).map(({ entry, track }) => ({ params: { slug: entry.id }, props: { ...articleCard(entry.data, track) } })),
]) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await drawCard(props as unknown as Card), { headers: { 'Content-Type': 'image/png' } });

import type { APIRoute, GetStaticPaths } from 'astro';
import { allArticles } from '../../site/articles.ts';
import { type Card, cardPng } from '../../site/card.ts';
import { site } from '../../site.config.ts';

/** One for each article, and one for all other pages. */
export const getStaticPaths = (async () => [
  { params: { slug: 'site' }, props: { title: site.tagline, subtitle: 'Tutorials whose programs you can run' } },
  ...(await allArticles()).map(({ entry, title, subtitle, track }) => ({ params: { slug: entry.id }, props: { title, subtitle, kicker: track.title } })),
]) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await cardPng(props as unknown as Card), { headers: { 'Content-Type': 'image/png' } });

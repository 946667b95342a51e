import type { APIRoute } from 'astro';
import { allArticles } from '../site/pages/articles.ts';
import { feedOf } from '../site/pages/finding/feed.ts';
import { FEED_URL } from '../site/routes.ts';
import { site } from '../site.config.ts';

export const GET: APIRoute = async () => feedOf({ ...site, url: FEED_URL, articles: await allArticles() });

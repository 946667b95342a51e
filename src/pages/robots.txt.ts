import type { APIRoute } from 'astro';
import { SITEMAP_URL } from '../site/routes.ts';
import { absoluteUrl } from '../site/site-url.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(SITEMAP_URL)}\n`);

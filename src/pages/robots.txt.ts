import type { APIRoute } from 'astro';
import { SITEMAP_URL } from '../site/routes.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(SITEMAP_URL, site)}\n`);

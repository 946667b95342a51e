import type { APIRoute } from 'astro';
import examples from 'virtual:verbatim/examples';
import { badge } from '../site/pages/badge.ts';

/** A badge: how many examples this build verified. */
export const GET: APIRoute = () => {
  const all = examples.length;
  const verified = examples.filter(({ verdict }) => verdict === 'verified').length;
  const message = `${verified === all ? all : `${verified} of ${all}`} ${all === 1 ? 'example' : 'examples'}`;
  return new Response(badge('verified', message), { headers: { 'Content-Type': 'image/svg+xml' } });
};

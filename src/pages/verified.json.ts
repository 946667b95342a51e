import type { APIRoute } from 'astro';
import examples from 'virtual:verbatim/examples';
import { downloadUrl } from '../site/routes.ts';
import { linkTo } from '../site/site-url.ts';

/** The verdict on each example, for programs. It holds no times, so all builds of a commit write the same. */
export const GET: APIRoute = () =>
  Response.json({
    examples: examples.map(({ id, href, file, verdict, python, promise, recordings }) => ({
      id,
      page: href,
      download: linkTo(downloadUrl(file)),
      verdict,
      python: python ?? null,
      promise: promise ?? 'every byte',
      recordings,
    })),
  });

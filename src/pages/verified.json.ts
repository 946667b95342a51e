import type { APIRoute } from 'astro';
import examples from 'virtual:verbatim/examples';
import { downloadUrl } from '../site/routes.ts';

/** What the build proved, for programs. Nothing in it changes from one build of a commit to the next: no time, no path of a machine. */
export const GET: APIRoute = () =>
  Response.json({
    examples: examples.map(({ id, href, file, verdict, python, promise, proved }) => ({
      id,
      page: href,
      download: downloadUrl(file),
      verdict,
      python: python ?? null,
      promise: promise ?? 'every byte',
      recordings: proved,
    })),
  });

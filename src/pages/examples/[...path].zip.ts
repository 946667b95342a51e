import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import type { APIRoute, GetStaticPaths } from 'astro';
import examples from 'virtual:verbatim/examples';

/** Archives to download in the dev server. A build writes them itself, with the bytes that ran. */
export const getStaticPaths = (() =>
  (import.meta.env.PROD ? [] : examples)
    .filter(({ file }) => /\/main\.py$/.test(file))
    .map(({ id }) => ({ params: { path: id }, props: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props }) => {
  if (!import.meta.env.DEV) return new Response(null, { status: 404 });
  const { liveArchive } = await import('../../site/dev/examples/live-archive.ts');
  const bytes = await liveArchive(fileURLToPath(root), props.id);
  return new Response(bytes && Buffer.from(bytes), {
    status: bytes === undefined ? 404 : 200,
    headers: { 'Content-Type': 'application/zip' },
  });
};

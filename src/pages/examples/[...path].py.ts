import type { APIRoute, GetStaticPaths } from 'astro';
import { downloadableFiles } from '../../site/downloads.ts';

export const getStaticPaths = (async () =>
  (await downloadableFiles()).map(({ path, bytes }) => ({ params: { path: path.replace(/^examples\//, '').replace(/\.py$/, '') }, props: { bytes } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.bytes, { headers: { 'Content-Type': 'text/x-python; charset=utf-8' } });

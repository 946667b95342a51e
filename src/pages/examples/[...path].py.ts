import { readFile } from 'node:fs/promises';
import { root } from 'astro:config/server';
import type { APIRoute, GetStaticPaths } from 'astro';
import examples from 'virtual:verbatim/examples';

/** Files to download in the dev server. A build writes them itself, with the bytes that ran. */
export const getStaticPaths = (() =>
  (import.meta.env.PROD ? [] : examples).map(({ file }) => ({
    params: { path: file.replace(/^examples\//, '').replace(/\.py$/, '') },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(await readFile(new URL(props.file, root)), {
    headers: { 'Content-Type': 'text/x-python; charset=utf-8' },
  });

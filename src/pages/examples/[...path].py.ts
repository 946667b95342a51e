import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import examples from 'virtual:verbatim/examples';

export const getStaticPaths = (() =>
  examples.map(({ file }) => ({
    params: { path: file.replace(/^examples\//, '').replace(/\.py$/, '') },
    props: { file },
  }))) satisfies GetStaticPaths;

/** The file to download. The audit checks that it has the bytes that ran. */
export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(await readFile(join(process.cwd(), props.file)), {
    headers: { 'Content-Type': 'text/x-python; charset=utf-8' },
  });

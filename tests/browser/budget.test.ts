import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, browse, open, quiet } from './browse.ts';

const ARTICLE = '/advanced/multithreading/';
/** Bytes as a host sends them, compressed with Brotli: of 40 figures, 8 variants with their code, 6 timelines. */
const BUDGET = { html: 27 * 1024, css: 8 * 1024, js: 4 * 1024, requests: 4 } as const;

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

test('the multithreading article keeps its budget', async () => {
  const { page, requests } = await open(browsing, ARTICLE);
  await quiet(page);
  const weigh = async (url: string): Promise<{ raw: number; compressed: number }> => {
    const path = new URL(url).pathname;
    const bytes = await readFile(join('dist', path.endsWith('/') ? `${path}index.html` : path));
    return { raw: bytes.length, compressed: brotliCompressSync(bytes).length };
  };
  const sum = async (urls: readonly string[]): Promise<{ raw: number; compressed: number }> => {
    const weights = await Promise.all(urls.map(weigh));
    return {
      raw: weights.reduce((total, { raw }) => total + raw, 0),
      compressed: weights.reduce((total, { compressed }) => total + compressed, 0),
    };
  };
  const weights = {
    html: await sum(requests.filter(url => url.endsWith('/'))),
    css: await sum(requests.filter(url => url.endsWith('.css'))),
    js: await sum(requests.filter(url => url.endsWith('.js'))),
  };
  const rows = (['html', 'css', 'js'] as const).map(kind =>
    [
      kind.padEnd(8),
      `${String(weights[kind].raw).padStart(7)} raw`,
      `${String(weights[kind].compressed).padStart(6)} compressed, budget ${BUDGET[kind]}`,
    ].join(' '),
  );
  console.info(
    [
      'Weight of the multithreading article, in bytes',
      ...rows,
      `requests ${requests.length}, budget ${BUDGET.requests}`,
    ].join('\n'),
  );
  expect(weights.html.compressed).toBeLessThanOrEqual(BUDGET.html);
  expect(weights.css.compressed).toBeLessThanOrEqual(BUDGET.css);
  expect(weights.js.compressed).toBeLessThanOrEqual(BUDGET.js);
  expect(requests.length).toBeLessThanOrEqual(BUDGET.requests);
  await page.context().close();
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, browse, open, quiet } from './browse.ts';

/**
 * Bytes of the HTML as a host sends it, compressed with Brotli: of an article with 40 figures, 8 variants with
 * their code and 6 timelines; of the home page, which has one of each; of a track.
 */
const PAGES = [
  ['the multithreading article', '/advanced/multithreading/', 29 * 1024],
  ['the home page', '/', 15 * 1024],
  ['the page of a track', '/advanced/', 15 * 1024],
] as const;
const BUDGET = { css: 8 * 1024, js: 4 * 1024, requests: 4 } as const;

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

test.for(PAGES)('%s keeps its budget', async ([name, address, html]) => {
  const budget = { ...BUDGET, html };
  const { page, requests } = await open(browsing, address);
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
      `${String(weights[kind].compressed).padStart(6)} compressed, budget ${budget[kind]}`,
    ].join(' '),
  );
  console.info(
    [`Weight of ${name}, in bytes`, ...rows, `requests ${requests.length}, budget ${budget.requests}`].join(
      '\n',
    ),
  );
  expect(weights.html.compressed).toBeLessThanOrEqual(budget.html);
  expect(weights.css.compressed).toBeLessThanOrEqual(budget.css);
  expect(weights.js.compressed).toBeLessThanOrEqual(budget.js);
  expect(requests.length).toBeLessThanOrEqual(budget.requests);
  await page.context().close();
});

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keepingPages, withoutKept } from '../../src/site/kept-pages.ts';
import { LastSite } from '../../src/site/last-site.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const KEYS = new Map([['/a/', 'key of a'], ['/a.md', 'key of its twin']]);

/** A project whose last build made these. */
async function built(pages: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  const site = LastSite.open(root, KEYS, true);
  for (const [address, text] of Object.entries(pages)) {
    const file = join(root, 'dist', address.endsWith('/') ? `${address}index.html` : address);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    site.note(address, Buffer.from(text));
  }
  await site.save();
  return root;
}
const found = async (site: LastSite, address: string): Promise<string | undefined> => (await site.find(address))?.toString();

test('a page with the same key is taken as it was, and no other', async () => {
  const root = await built({ '/a/': 'page', '/a.md': 'twin', '/b/': 'without a key' });
  const again = LastSite.open(root, KEYS, true);
  expect([await found(again, '/a/'), await found(again, '/a.md'), await found(again, '/b/')]).toEqual(['page', 'twin', undefined]);
  expect(await found(LastSite.open(root, new Map([['/a/', 'another key']]), true), '/a/')).toBeUndefined();
  expect(await found(LastSite.open(root, KEYS, false), '/a/')).toBeUndefined();
});

test('a page that somebody changed or removed since is rendered', async () => {
  const root = await built({ '/a/': 'page', '/a.md': 'twin' });
  await writeFile(join(root, 'dist/a/index.html'), 'Page');
  await writeFile(join(root, 'dist/a.md'), '');
  const again = LastSite.open(root, KEYS, true);
  expect([await found(again, '/a/'), await found(again, '/a.md')]).toEqual([undefined, undefined]);
});

test('a list of pages that is not as it was written says nothing', async () => {
  const root = await built({ '/a/': 'page' });
  await writeFile(join(root, '.verbatim/pages.json'), '["/a/"]');
  expect(await found(LastSite.open(root, KEYS, true), '/a/')).toBeUndefined();
});

test('what is rendered, and what is kept, is told', async () => {
  const last = LastSite.open(await built({ '/a/': 'page' }), KEYS, true);
  const done = { pages: [], others: 0, kept: 0 };
  const { render } = keepingPages({ name: 'inner', getStaticPaths: async () => [], render: async () => new Response('rendered') }, last, done);
  const ask = async (address: string, type: string): Promise<string> => {
    const result = await render(new Request(`https://site.invalid${address}`), { routeData: { type } as never });
    return (result as Response).text();
  };
  expect([await ask('/a/', 'page'), await ask('/b/', 'page'), await ask('/a.md', 'endpoint')]).toEqual(['page', 'rendered', 'rendered']);
  expect(done).toEqual({ pages: ['/b/'], others: 1, kept: 1 });
});

test('articles that are kept are not in the list of those to bundle; of a list in another form none is taken away', () => {
  const entry = (file: string): string => `["${file}", () => import("astro:content-layer-deferred-module?fileName=${encodeURIComponent(file)}")]`;
  const list = (...files: readonly string[]): string => `\nexport default new Map([\n${files.map(entry).join(',\n')}]);\n`;
  const without = withoutKept(list('content/a/one.mdx', 'content/a/two.mdx', 'content/b/three.mdx'), new Set(['content/a/two.mdx', 'content/b/three.mdx']));
  expect(without.match(/content\/\w\/\w+\.mdx/g)).toEqual(['content/a/one.mdx']);
  expect(() => new Function(without.replace('export default', 'return').replaceAll('import(', '('))).not.toThrow();
  expect(withoutKept('export default new Map([[key, load]])', new Set(['content/a/one.mdx']))).toBe('export default new Map([[key, load]])');
});

import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/core/fingerprint.ts';
import { keepingPages, withoutKept } from '../../src/site/kept-pages.ts';
import { LastSite } from '../../src/site/last-site.ts';
import { NewSite } from '../../src/site/new-site.ts';
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
    site.note(address, fingerprint([Buffer.from(text)]));
  }
  await site.save();
  return root;
}
const found = async (site: LastSite, address: string): Promise<string | undefined> => {
  const file = site.find(address)?.file;
  return file && readFile(file, 'utf8');
};

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

test('where something else stands in the place of a page, or of its folder, it is rendered', async () => {
  const root = await built({ '/a/': 'page', '/a.md': 'twin' });
  await rm(join(root, 'dist'), { recursive: true });
  await mkdir(join(root, 'dist/a.md'), { recursive: true });
  await writeFile(join(root, 'dist/a'), 'no folder');
  const again = LastSite.open(root, KEYS, true);
  expect([await found(again, '/a/'), await found(again, '/a.md')]).toEqual([undefined, undefined]);
});

test('a list of pages that is not as it was written says nothing', async () => {
  const root = await built({ '/a/': 'page' });
  await writeFile(join(root, '.verbatim/pages.json'), '["/a/"]');
  expect(await found(LastSite.open(root, KEYS, true), '/a/')).toBeUndefined();
});

test('what is rendered, and what is kept, is told and put into the new site; what the next build may not take is left to Astro', async () => {
  const root = await built({ '/a/': 'page' });
  const last = LastSite.open(root, KEYS, true);
  const done = { pages: [], others: 0, kept: 0 };
  const render = async (): Promise<Response> => new Response('rendered');
  const prerenderer = keepingPages({ name: 'inner', getStaticPaths: async () => [], render }, { last, site: new NewSite(join(root, 'new')) }, done);
  const ask = async (address: string, type: string): Promise<string | undefined> => {
    const { body } = (await prerenderer.render(new Request(`https://site.invalid${address}`), { routeData: { type } as never, collectMetadata: false })) as Response;
    return body === null ? undefined : new Response(body).text();
  };
  expect([await ask('/a/', 'page'), await ask('/b/', 'page'), await ask('/a.md', 'endpoint')]).toEqual([undefined, 'rendered', undefined]);
  expect(done).toEqual({ pages: ['/b/'], others: 1, kept: 1 });
  expect([await readFile(join(root, 'new/a/index.html'), 'utf8'), await readFile(join(root, 'new/a.md'), 'utf8')]).toEqual(['page', 'rendered']);
  // Not a second copy.
  expect((await stat(join(root, 'new/a/index.html'))).ino).toBe((await stat(join(root, 'dist/a/index.html'))).ino);
  await last.save();
  expect(await found(LastSite.open(root, KEYS, true), '/a/')).toBe('page');
});

test('a page that could not be rendered is left to Astro, and to no next build', async () => {
  const root = await built({});
  const last = LastSite.open(root, KEYS, true);
  const done = { pages: [], others: 0, kept: 0 };
  const { render } = keepingPages({ name: 'inner', getStaticPaths: async () => [], render: async () => new Response('no', { status: 404 }) }, { last, site: new NewSite(join(root, 'new')) }, done);
  expect(((await render(new Request('https://site.invalid/a/'), { routeData: { type: 'page' } as never, collectMetadata: false })) as Response).status).toBe(404);
  await last.save();
  await mkdir(join(root, 'dist/a'), { recursive: true });
  await writeFile(join(root, 'dist/a/index.html'), 'no');
  expect(await found(LastSite.open(root, KEYS, true), '/a/')).toBeUndefined();
});

test('articles that are kept are not in the list of those to bundle; of a list in another form none is taken away', () => {
  const entry = (file: string): string => `["${file}", () => import("astro:content-layer-deferred-module?fileName=${encodeURIComponent(file)}")]`;
  const list = (...files: readonly string[]): string => `\nexport default new Map([\n${files.map(entry).join(',\n')}]);\n`;
  const without = withoutKept(list('content/a/one.mdx', 'content/a/two.mdx', 'content/b/three.mdx'), new Set(['content/a/two.mdx', 'content/b/three.mdx']));
  expect(without.match(/content\/\w\/\w+\.mdx/g)).toEqual(['content/a/one.mdx']);
  expect(() => new Function(without.replace('export default', 'return').replaceAll('import(', '('))).not.toThrow();
  expect(withoutKept('export default new Map([[key, load]])', new Set(['content/a/one.mdx']))).toBe('export default new Map([[key, load]])');
});

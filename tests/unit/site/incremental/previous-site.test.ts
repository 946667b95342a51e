import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../../src/core/text/hash.ts';
import { keepingPages, type Places } from '../../../../src/site/incremental/reuse-pages.ts';
import { LastSite, placeOf, readLast } from '../../../../src/site/incremental/previous-site.ts';
import { withoutKept } from '../../../../src/site/build/compile-without-bundler.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const KEYS = new Map([
  ['/a/', 'key of a'],
  ['/a.md', 'key of its Markdown edition'],
]);

/** A project whose last build made these. */
async function built(pages: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  const site = new LastSite(root);
  site.expect(KEYS);
  for (const [address, text] of Object.entries(pages)) {
    const file = join(root, 'dist', placeOf(address));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    site.note(address, fingerprint([Buffer.from(text)]));
  }
  await site.save();
  return root;
}

/** The last site of a project, as a build with these keys finds it. */
function found(root: string, keys: ReadonlyMap<string, string> = KEYS): LastSite {
  const site = new LastSite(root);
  site.stands(readLast(root));
  site.expect(keys);
  return site;
}
const digest = (text: string): string => fingerprint([Buffer.from(text)]);

test('a page with the same key is taken as it was, and no other', async () => {
  const root = await built({ '/a/': 'page', '/a.md': 'edition', '/b/': 'without a key' });
  const again = found(root);
  expect(['/a/', '/a.md', '/b/'].map(address => again.find(address))).toEqual([
    digest('page'),
    digest('edition'),
    undefined,
  ]);
  expect(again.keep()).toEqual([
    ['/a/', digest('page')],
    ['/a.md', digest('edition')],
  ]);
  expect(found(root, new Map([['/a/', 'another key']])).find('/a/')).toBeUndefined();
  // What is asked for before all keys are known.
  expect([again.find('/a/', 'key of a'), again.find('/a/', 'another key')]).toEqual([
    digest('page'),
    undefined,
  ]);
  expect(new LastSite(root).find('/a/', 'key of a')).toBeUndefined();
});

test('a page that somebody changed or removed since is rendered', async () => {
  const root = await built({ '/a/': 'page', '/a.md': 'edition' });
  await writeFile(join(root, 'dist/a/index.html'), 'Page');
  await rm(join(root, 'dist/a.md'));
  expect(found(root).keep()).toEqual([]);
});

test('where something else stands in the place of a page, or of its folder, it is rendered', async () => {
  const root = await built({ '/a/': 'page', '/a.md': 'edition' });
  await rm(join(root, 'dist'), { recursive: true });
  await mkdir(join(root, 'dist/a.md'), { recursive: true });
  await writeFile(join(root, 'dist/a'), 'no folder');
  expect(found(root).keep()).toEqual([]);
});

test('a list of pages that is not as it was written says nothing', async () => {
  const root = await built({ '/a/': 'page' });
  await writeFile(join(root, '.verbatim/pages.json'), '["/a/"]');
  expect(found(root).keep()).toEqual([]);
});

test('what was kept, the build after the next may keep again', async () => {
  const root = await built({ '/a/': 'page' });
  const site = found(root);
  site.keep();
  await site.save();
  expect(found(root).keep()).toEqual([['/a/', digest('page')]]);
});

/** Asks a prerenderer for addresses, each with what it is. @returns what Astro is left to write, and what was written */
async function render(
  places: Partial<Places>,
  status: number,
  ...asked: readonly (readonly [address: string, type: string])[]
): Promise<unknown> {
  const done = { pages: [], others: 0, kept: 0 };
  const wrote = new Map<string, string>();
  const inner = {
    name: 'inner',
    getStaticPaths: async () => asked.map(([pathname, type]) => ({ pathname, route: { type } as never })),
    render: async () => new Response('rendered', { status }),
  };
  const write = async (address: string, bytes: Uint8Array): Promise<void> =>
    void wrote.set(address, Buffer.from(bytes).toString());
  const prerenderer = keepingPages(
    inner,
    { isMade: () => false, isKnown: () => true, first: new Set(), write, ...places },
    done,
  );
  const left = [];
  for (const { pathname, route } of await prerenderer.getStaticPaths()) {
    const { body } = (await prerenderer.render(new Request(`https://site.invalid${pathname}`), {
      routeData: route,
      collectMetadata: false,
    })) as Response;
    left.push([pathname, body === null ? undefined : await new Response(body).text()]);
  }
  return { left, wrote: [...wrote], done };
}

test('what is made elsewhere is not rendered; what the next build may not take is left to Astro', async () => {
  const places = {
    isMade: (address: string) => address === '/a/',
    isKnown: (address: string) => address !== '/b/',
  };
  expect(await render(places, 200, ['/a/', 'page'], ['/b/', 'page'], ['/a.md', 'endpoint'])).toEqual({
    left: [
      ['/b/', 'rendered'],
      ['/a.md', undefined],
    ],
    wrote: [['/a.md', 'rendered']],
    done: { pages: ['/b/'], others: 1, kept: 0 },
  });
});

test('what has more to be done with is rendered first', async () => {
  expect(
    await render(
      { first: new Set(['/c/', '/d/']) },
      200,
      ['/a/', 'page'],
      ['/c/', 'page'],
      ['/b/', 'page'],
      ['/d/', 'page'],
    ),
  ).toMatchObject({ done: { pages: ['/c/', '/d/', '/a/', '/b/'] } });
});

test('a page that could not be rendered is left to Astro', async () => {
  expect(await render({}, 404, ['/a/', 'page'])).toMatchObject({ left: [['/a/', 'rendered']], wrote: [] });
});

test('articles that are kept are not in the list of those to bundle; of a list in another form none is taken away', () => {
  const entry = (file: string): string =>
    `["${file}", () => import("astro:content-layer-deferred-module?fileName=${encodeURIComponent(file)}")]`;
  const list = (...files: readonly string[]): string =>
    `\nexport default new Map([\n${files.map(entry).join(',\n')}]);\n`;
  const without = withoutKept(
    list('content/a/one.mdx', 'content/a/two.mdx', 'content/b/three.mdx'),
    new Set(['content/a/two.mdx', 'content/b/three.mdx']),
  );
  expect(without.match(/content\/\w\/\w+\.mdx/g)).toEqual(['content/a/one.mdx']);
  expect(
    () => new Function(without.replace('export default', 'return').replaceAll('import(', '(')),
  ).not.toThrow();
  expect(withoutKept('export default new Map([[key, load]])', new Set(['content/a/one.mdx']))).toBe(
    'export default new Map([[key, load]])',
  );
});

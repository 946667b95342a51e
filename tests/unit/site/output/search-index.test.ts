import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../../src/core/text/hash.ts';
import { placeOf } from '../../../../src/site/incremental/previous-site.ts';
import { type Searched, SearchIndex, type SearchOptions } from '../../../../src/site/output/search-index.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const ONE = '/advanced/locks/';
const TWO = '/advanced/queues/';

const page = (text: string): string =>
  `<!doctype html><html lang="en"><head><title>${text}</title></head><body><main data-pagefind-body><h1>${text}</h1><p>About ${text}.</p></main></body></html>`;
const digest = (text: string): string => fingerprint([Buffer.from(page(text))]);

interface Asked {
  readonly texts: Readonly<Record<string, string>>;
  readonly kept?: Readonly<Record<string, string>>;
  /** Addresses that are told, in this order; the rest is found on the disk at the end. */
  readonly told?: readonly string[];
  readonly options?: Partial<SearchOptions & Searched>;
  /** Whether it begins with the last site, before it is known what is searched; there are these addresses. */
  readonly ahead?: readonly string[];
}

/** Builds a site of these articles beside the last one, and puts it in its place. @returns its index: of each file the digest and the inode */
async function built(
  root: string,
  { texts, kept = {}, told = [], options = {}, ahead }: Asked,
): Promise<ReadonlyMap<string, readonly [digest: string, inode: number]>> {
  const dist = join(root, `new-${Math.random()}`);
  for (const [address, text] of Object.entries(texts)) {
    await mkdir(dirname(join(dist, placeOf(address))), { recursive: true });
    await writeFile(join(dist, placeOf(address)), page(text));
  }
  const index = new SearchIndex({ root, dist, code: 'code', reuse: true, ...options });
  if (ahead !== undefined) index.goAhead(new Set(ahead));
  index.begin({
    identity: 'site',
    searched: Object.keys(texts),
    kept: new Map(Object.entries(kept).map(([address, text]) => [address, digest(text)])),
    ...options,
  });
  for (const address of told) index.add(address, digest(texts[address] ?? ''));
  await index.write();
  await rename(join(root, 'dist'), join(root, `old-${Math.random()}`)).catch(() => undefined);
  await rename(dist, join(root, 'dist'));
  const names = (await readdir(join(root, 'dist/pagefind'), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async name => [name, [fingerprint([await readFile(name)]), (await stat(name)).ino]] as const),
    ),
  );
}
const bytes = (files: ReadonlyMap<string, readonly [digest: string, inode: number]>): unknown =>
  [...files].map(([name, [sum]]) => [name, sum]);

test(
  'the same articles give the same bytes, in whichever order they are rendered, and whatever is kept of the last site',
  { timeout: 60_000 },
  async () => {
    const root = await temporaryFolder();
    const texts = { [ONE]: 'Locks', [TWO]: 'Queues' };
    const first = await built(root, { texts, told: [ONE, TWO] });
    expect([...first.keys()].filter(name => name.includes('/fragment/'))).toHaveLength(2);
    expect([...first.keys()].some(name => name.includes('pagefind-ui'))).toBe(false);
    expect(bytes(await built(root, { texts, told: [TWO, ONE], options: { identity: 'another' } }))).toEqual(
      bytes(first),
    );
    await built(root, { texts: { ...texts, [ONE]: 'Threads' }, told: [ONE, TWO] });
    // One is rendered anew, and takes the place of what stood there.
    expect(bytes(await built(root, { texts, kept: { [TWO]: 'Queues' }, told: [ONE] }))).toEqual(bytes(first));
    // Astro wrote one of them itself.
    expect(
      bytes(await built(root, { texts, kept: { [TWO]: 'Queues' }, options: { identity: 'a third' } })),
    ).toEqual(bytes(first));
  },
);

test('what begins with the last site ends as what does not', { timeout: 60_000 }, async () => {
  const root = await temporaryFolder();
  const [three, texts] = ['/advanced/threads/', { [ONE]: 'Locks', [TWO]: 'Queues' }];
  const whole = await built(root, { texts, told: [ONE, TWO] });
  const ahead = [ONE, TWO];
  // One is edited; one is not there any more, or was changed by somebody; all are kept.
  await built(root, { texts: { ...texts, [ONE]: 'Other' }, kept: { [TWO]: 'Queues' }, told: [ONE], ahead });
  expect(bytes(await built(root, { texts, kept: { [TWO]: 'Queues' }, told: [ONE], ahead }))).toEqual(
    bytes(whole),
  );
  expect(
    bytes(await built(root, { texts, told: [TWO, ONE], ahead: [TWO], options: { identity: 'another' } })),
  ).toEqual(bytes(whole));
  const all = { texts, kept: { [ONE]: 'Locks', [TWO]: 'Queues' }, options: { identity: 'another' } };
  expect(await built(root, { ...all, ahead })).toEqual(await built(root, all));
  expect(bytes(await built(root, { ...all, ahead, options: { identity: 'a third' } }))).toEqual(bytes(whole));
  // An article more, which comes first: what was told is forgotten.
  const more = await built(root, {
    texts: { [three]: 'Threads', ...texts },
    kept: { [ONE]: 'Locks', [TWO]: 'Queues' },
    told: [three],
    ahead,
  });
  const fresh = await built(await temporaryFolder(), {
    texts: { [three]: 'Threads', ...texts },
    told: [ONE, TWO, three],
  });
  const names = (files: ReadonlyMap<string, unknown>): readonly string[] =>
    [...files.keys()].map(name => name.replace(/^.*\/dist\//, ''));
  expect(names(more)).toEqual(names(fresh));
  expect([...more.values()].map(([sum]) => sum)).toEqual([...fresh.values()].map(([sum]) => sum));
  expect(
    bytes(
      await built(root, {
        texts,
        kept: { [ONE]: 'Locks', [TWO]: 'Queues' },
        ahead,
        options: { code: 'other code' },
      }),
    ),
  ).toEqual(bytes(whole));
});

test(
  'the index of the same articles is that of the last site; of others, or of a site that somebody changed, it is made anew',
  { timeout: 60_000 },
  async () => {
    const root = await temporaryFolder();
    const locks = { texts: { [ONE]: 'Locks' } };
    const first = await built(root, { ...locks, told: [ONE] });
    expect(await built(root, { ...locks, kept: { [ONE]: 'Locks' } })).toEqual(first);
    const shared = (after: ReadonlyMap<string, readonly [string, number]>): number =>
      [...after].filter(([name, [, inode]]) => first.get(name)?.[1] === inode).length;
    expect(shared(await built(root, { ...locks, kept: { [ONE]: 'Locks' }, options: { reuse: false } }))).toBe(
      0,
    );
    expect(
      shared(await built(root, { ...locks, kept: { [ONE]: 'Locks' }, options: { identity: 'another' } })),
    ).toBe(0);
    const second = await built(root, { texts: { [ONE]: 'Queues' }, told: [ONE] });
    expect([...second.keys()]).not.toEqual([...first.keys()]);
    // What was told of the last site must be true of it.
    await writeFile(join(root, 'dist/pagefind/pagefind.js'), 'another');
    await built(root, { texts: { [ONE]: 'Queues' }, kept: { [ONE]: 'Queues' } });
    expect((await readFile(join(root, 'dist/pagefind/pagefind.js'))).length).toBeGreaterThan(1000);
  },
);

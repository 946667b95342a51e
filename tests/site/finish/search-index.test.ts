import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/fingerprint.ts';
import { placeOf } from '../../../src/site/last-site.ts';
import { SearchIndex, type SearchOptions } from '../../../src/site/finish/search-index.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const ONE = '/advanced/locks/';
const TWO = '/advanced/queues/';

const page = (text: string): string => `<!doctype html><html lang="en"><head><title>${text}</title></head><body><main data-pagefind-body><h1>${text}</h1><p>About ${text}.</p></main></body></html>`;
const digest = (text: string): string => fingerprint([Buffer.from(page(text))]);

interface Asked {
  readonly texts: Readonly<Record<string, string>>;
  readonly kept?: Readonly<Record<string, string>>;
  /** Addresses that are told, in this order; the rest is found on the disk at the end. */
  readonly told?: readonly string[];
  readonly options?: Partial<SearchOptions>;
}

/** Builds a site of these articles beside the last one, and puts it in its place. @returns its index: of each file the digest and the inode */
async function built(root: string, { texts, kept = {}, told = [], options = {} }: Asked): Promise<ReadonlyMap<string, readonly [digest: string, inode: number]>> {
  const dist = join(root, `new-${Math.random()}`);
  for (const [address, text] of Object.entries(texts)) {
    await mkdir(dirname(join(dist, placeOf(address))), { recursive: true });
    await writeFile(join(dist, placeOf(address)), page(text));
  }
  const index = SearchIndex.begin({ root, dist, identity: 'site', searched: Object.keys(texts), kept: new Map(Object.entries(kept).map(([address, text]) => [address, digest(text)])), reuse: true, ...options });
  for (const address of told) index.add(address, digest(texts[address] ?? ''));
  await index.write();
  await rename(join(root, 'dist'), join(root, `old-${Math.random()}`)).catch(() => undefined);
  await rename(dist, join(root, 'dist'));
  const names = (await readdir(join(root, 'dist/pagefind'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, [fingerprint([await readFile(name)]), (await stat(name)).ino]] as const)));
}
const bytes = (files: ReadonlyMap<string, readonly [digest: string, inode: number]>): unknown => [...files].map(([name, [sum]]) => [name, sum]);

test('the same articles give the same bytes, in whichever order they are rendered, and whatever is kept of the last site', { timeout: 60_000 }, async () => {
  const root = await temporaryFolder();
  const texts = { [ONE]: 'Locks', [TWO]: 'Queues' };
  const first = await built(root, { texts, told: [ONE, TWO] });
  expect([...first.keys()].filter((name) => name.includes('/fragment/'))).toHaveLength(2);
  expect([...first.keys()].some((name) => name.includes('pagefind-ui'))).toBe(false);
  expect(bytes(await built(root, { texts, told: [TWO, ONE], options: { identity: 'another' } }))).toEqual(bytes(first));
  await built(root, { texts: { ...texts, [ONE]: 'Threads' }, told: [ONE, TWO] });
  // One is rendered anew, and takes the place of what stood there.
  expect(bytes(await built(root, { texts, kept: { [TWO]: 'Queues' }, told: [ONE] }))).toEqual(bytes(first));
  // Astro wrote one of them itself.
  expect(bytes(await built(root, { texts, kept: { [TWO]: 'Queues' }, options: { identity: 'a third' } }))).toEqual(bytes(first));
});

test('the index of the same articles is that of the last site; of others, or of a site that somebody changed, it is made anew', { timeout: 60_000 }, async () => {
  const root = await temporaryFolder();
  const locks = { texts: { [ONE]: 'Locks' } };
  const first = await built(root, { ...locks, told: [ONE] });
  expect(await built(root, { ...locks, kept: { [ONE]: 'Locks' } })).toEqual(first);
  const shared = (after: ReadonlyMap<string, readonly [string, number]>): number => [...after].filter(([name, [, inode]]) => first.get(name)?.[1] === inode).length;
  expect(shared(await built(root, { ...locks, kept: { [ONE]: 'Locks' }, options: { reuse: false } }))).toBe(0);
  expect(shared(await built(root, { ...locks, kept: { [ONE]: 'Locks' }, options: { identity: 'another' } }))).toBe(0);
  const second = await built(root, { texts: { [ONE]: 'Queues' }, told: [ONE] });
  expect([...second.keys()]).not.toEqual([...first.keys()]);
  // What was told of the last site must be true of it.
  await writeFile(join(root, 'dist/pagefind/pagefind.js'), 'another');
  await built(root, { texts: { [ONE]: 'Queues' }, kept: { [ONE]: 'Queues' } });
  expect((await readFile(join(root, 'dist/pagefind/pagefind.js'))).length).toBeGreaterThan(1000);
});

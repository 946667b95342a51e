import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SearchOptions, writeSearchIndex } from '../../src/site/search-index.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const page = (text: string): string => `<!doctype html><html lang="en"><head><title>${text}</title></head><body><main data-pagefind-body><h1>${text}</h1><p>About ${text}.</p></main></body></html>`;

/** Builds a site of one article beside the last one, and puts it in its place. @returns the inode of each file of its index */
async function built(root: string, text: string, options: Partial<SearchOptions> = {}): Promise<ReadonlyMap<string, number>> {
  const dist = join(root, `new-${Math.random()}`);
  await mkdir(join(dist, 'advanced/locks'), { recursive: true });
  await writeFile(join(dist, 'advanced/locks/index.html'), page(text));
  await writeSearchIndex({ root, dist, tracks: ['advanced', 'writing'], identity: 'site', reuse: true, ...options });
  await rename(join(root, 'dist'), join(root, `old-${Math.random()}`)).catch(() => undefined);
  await rename(dist, join(root, 'dist'));
  const names = await readdir(join(root, 'dist/pagefind'), { recursive: true });
  const inodes = await Promise.all(names.map(async (name) => [name, await stat(join(root, 'dist/pagefind', name))] as const));
  return new Map(inodes.filter(([, entry]) => entry.isFile()).map(([name, { ino }]) => [name, ino]));
}

test('the index of the same articles is that of the last site; of others, or of a site that somebody changed, it is made anew', { timeout: 60_000 }, async () => {
  const root = await temporaryFolder();
  const first = await built(root, 'Locks');
  expect([...first.keys()]).toContain('pagefind.js');
  expect([...first.keys()].filter((name) => name.startsWith('fragment/'))).toHaveLength(1);
  expect(await built(root, 'Locks')).toEqual(first);
  const shared = (after: ReadonlyMap<string, number>): number => [...after].filter(([name, inode]) => first.get(name) === inode).length;
  expect(shared(await built(root, 'Locks', { reuse: false }))).toBe(0);
  expect(shared(await built(root, 'Locks', { identity: 'another' }))).toBe(0);
  const second = await built(root, 'Queues');
  expect([...second.keys()].toSorted()).not.toEqual([...first.keys()].toSorted());
  // What was told of the last site must be true of it.
  await writeFile(join(root, 'dist/pagefind/pagefind.js'), 'another');
  await built(root, 'Queues');
  expect((await readFile(join(root, 'dist/pagefind/pagefind.js'))).length).toBeGreaterThan(1000);
});

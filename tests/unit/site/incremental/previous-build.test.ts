import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseExample } from '../../../../src/core/example/example.ts';
import { fingerprint } from '../../../../src/core/text/hash.ts';
import type { Recordings } from '../../../../src/core/verdict/recording.ts';
import { siteIdentity } from '../../../../src/site/incremental/inputs-digest.ts';
import { buildKey, recallBuild, rememberBuild } from '../../../../src/site/incremental/previous-build.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const SITE = { 'dist/index.html': 'home', 'dist/a/index.html': 'page', 'dist/a.png': 'card' };

async function built(): Promise<string> {
  const root = await temporaryFolder(SITE);
  await rememberBuild(
    root,
    join(root, 'dist'),
    'key',
    2,
    new Map([['index.html', fingerprint([Buffer.from('home')])]]),
  );
  return root;
}

test('a build of the same is recalled, and one of something else is not', async () => {
  const root = await built();
  expect(recallBuild(root, 'key')).toEqual({ pages: 2, files: 3 });
  expect(recallBuild(root, 'another key')).toBeUndefined();
  expect(recallBuild(await temporaryFolder(SITE), 'key')).toBeUndefined();
});

test.each([
  ['another text in one of its files', (dist: string) => writeFile(join(dist, 'a/index.html'), 'Page')],
  ['a file less', (dist: string) => rm(join(dist, 'a.png'))],
  ['a file more', (dist: string) => writeFile(join(dist, 'b.html'), 'more')],
  ['a link more', (dist: string) => symlink('a.png', join(dist, 'b.png'))],
  [
    'a folder in the place of a file',
    async (dist: string) => {
      await rm(join(dist, 'a.png'));
      await mkdir(join(dist, 'a.png'));
    },
  ],
  ['nothing of it', (dist: string) => rm(dist, { recursive: true })],
])('a site with %s is not what the build left', async (_, change) => {
  const root = await built();
  await change(join(root, 'dist'));
  expect(recallBuild(root, 'key')).toBeUndefined();
});

const FILES = {
  'content/a/one.mdx': 'One.',
  'content/a/one.png': 'picture',
  'src/pages/index.astro': 'page',
  'astro.config.mjs': 'settings',
  'package-lock.json': '{}',
};

/** The key of a build of these files, with one example. */
async function keyOf(
  files: Readonly<Record<string, string>> = {},
  out = '1\n',
  source = 'print(1)\n',
  environment: NodeJS.ProcessEnv = {},
  changed = '2026-11-25',
): Promise<string> {
  return keyIn(await temporaryFolder({ ...FILES, ...files }), out, source, environment, changed);
}

function keyIn(
  root: string,
  out = '1\n',
  source = 'print(1)\n',
  environment: NodeJS.ProcessEnv = {},
  changed = '2026-11-25',
): string {
  const { value: example } = parseExample(
    'a/one',
    'examples/a/one.py',
    new Map([['one.py', Buffer.from(source)]]),
  );
  if (example === undefined) throw new Error('no example');
  const recordings: Recordings = { base: { out }, variants: new Map([['3.13', { out, variant: '3.13' }]]) };
  return buildKey(
    root,
    siteIdentity(root, environment),
    {
      ledger: { interpreters: [], entries: [], problems: [] },
      examples: new Map([['a/one', example]]),
      recordings: new Map([['a/one', recordings]]),
    },
    { changed: new Map([['content/a/one.mdx', changed]]), added: new Map() },
  );
}

test('a build is another when anything is that a site is made of', async () => {
  const same = await keyOf();
  expect(await keyOf()).toBe(same);
  const others = await Promise.all([
    ...Object.keys(FILES).map(path => keyOf({ [path]: 'other' })),
    keyOf({ 'content/a/two.mdx': '' }),
    keyOf({}, '2\n'),
    keyOf({}, '1\n', 'print(1)  # one\n'),
    keyOf({}, '1\n', 'print(1)\n', { SITE_URL: 'https://other.example' }),
    keyOf({}, '1\n', 'print(1)\n', {}, '2026-11-26'),
  ]);
  expect(others).not.toContain(same);
  expect(new Set(others).size).toBe(others.length);
});

test('what an editor puts beside an article, which is no file, is no reason to fail; what a link leads to counts', async () => {
  const root = await temporaryFolder({ ...FILES, 'elsewhere.png': 'picture' });
  await symlink('nobody@nowhere.1234', join(root, 'content/a/.#one.mdx'));
  await symlink(join(root, 'content/a'), join(root, 'content/a/round'));
  await symlink('../../elsewhere.png', join(root, 'content/a/linked.png'));
  const key = keyIn(root);
  expect(keyIn(root)).toBe(key);
  await writeFile(join(root, 'elsewhere.png'), 'another');
  expect(keyIn(root)).not.toBe(key);
});

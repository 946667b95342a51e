import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { ExamplePage } from '../../../../src/site/figures/example-pages.ts';
import { verifiedList, verifiedListSchema } from '../../../../src/site/pages/verified-list.ts';

afterEach(() => vi.unstubAllEnvs());

const page = (id: string, facts: Partial<ExamplePage> = {}): ExamplePage => ({
  id,
  href: `/project/examples/${id}/`,
  file: `examples/${id}.py`,
  entry: `${id}.py`,
  verdict: 'verified',
  promises: [],
  packages: [{ name: 'numpy', version: '2.5.5' }],
  python: '3.13.0',
  recordings: [
    {
      python: '3.13.0',
      accepted: '3.14.0 free-threaded',
      runs: 5,
      sha256: 'a'.repeat(64),
      artifacts: [
        {
          name: 'plot.svg',
          alt: 'Two lines',
          file: `/project/examples/${id}/plot.svg`,
          sha256: 'b'.repeat(64),
        },
      ],
    },
  ],
  variants: [],
  figure: 'key',
  articles: [],
  changes: [],
  ...facts,
});
const skipped = page('topic/newer', { verdict: 'skipped', python: undefined, recordings: [] });
const interpreters = [{ version: '3.13.0', gil: true }];
const commit = { id: '0123456789'.repeat(4), date: '2026-11-22T09:30:00Z' };

test('the list for programs counts the verdicts, and names the interpreters and the commit', () => {
  vi.stubEnv('SITE_URL', 'https://name.example/project');
  const list = verifiedList([page('topic/lock'), skipped], { interpreters, commit });
  expect(list).toMatchObject({
    $schema: 'https://name.example/project/verified.schema.json',
    commit,
    interpreters,
    counts: { examples: 2, verified: 1, skipped: 1, variants: 0, timelines: 0, artifacts: 1 },
  });
  expect(list.examples[0]).toMatchObject({
    page: '/project/examples/topic/lock/',
    download: '/project/examples/topic/lock.py',
    promise: 'every byte',
    packages: [{ name: 'numpy', version: '2.5.5' }],
  });
  expect(list.examples[1]).toMatchObject({ verdict: 'skipped', python: null, recordings: [] });
});

test('the list for programs counts what runs in the browser, and says why the others do not', () => {
  const proved = { pyodide: '314.0.7', python: '3.14.2' };
  const variant = {
    name: 'without the lock',
    file: 'examples/topic/lock.without-the-lock.py',
    verdict: 'verified',
    python: '3.13.0',
    promise: undefined,
    recordings: [],
    browser: { ...proved, verified: false, reason: 'it starts threads' },
  } as const;
  const runs = page('topic/lock', { browser: { ...proved, verified: true }, variants: [variant] });
  const list = verifiedList([runs, skipped], { interpreters, browser: proved });
  expect(verifiedListSchema.parse(JSON.parse(JSON.stringify(list)))).toEqual(list);
  expect(list.browser).toEqual(proved);
  expect(list.counts.inBrowser).toBe(1);
  expect(list.examples.map(({ browser }) => browser)).toEqual([{ verified: true, reason: null }, null]);
  expect(list.examples[0]?.variants[0]?.browser).toEqual({ verified: false, reason: 'it starts threads' });
});

test('the list for programs is what its schema says, with and without a commit', () => {
  for (const build of [{ interpreters, commit }, { interpreters: [] }]) {
    const list = verifiedList([page('topic/lock'), skipped], build);
    expect(verifiedListSchema.parse(JSON.parse(JSON.stringify(list)))).toEqual(list);
  }
});

test('the schema refuses a list with another key, another verdict or a cut digest', () => {
  const list = verifiedList([page('topic/lock')], { interpreters, commit });
  const wrong = [
    { ...list, time: 1 },
    verifiedList([page('topic/lock', { verdict: 'proved' as 'verified' })], { interpreters }),
    verifiedList([page('topic/lock')], { interpreters, commit: { ...commit, id: 'abc' } }),
  ];
  expect(wrong.map(each => verifiedListSchema.safeParse(each).success)).toEqual([false, false, false]);
});

test('the published schema describes every key', () => {
  const { properties = {}, required, additionalProperties } = z.toJSONSchema(verifiedListSchema);
  expect(Object.keys(properties)).toEqual([
    '$schema',
    'commit',
    'interpreters',
    'browser',
    'counts',
    'examples',
  ]);
  expect(required).toEqual(Object.keys(properties));
  expect(additionalProperties).toBe(false);
});

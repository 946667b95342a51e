import { expect, test } from 'vitest';
import type { ExamplePage } from '../../../../../src/site/figures/example-pages.ts';
import { proofCounts, versionCounts } from '../../../../../src/site/pages/proof/counts.ts';
import { exampleGroups } from '../../../../../src/site/pages/proof/groups.ts';

type Facts = Pick<ExamplePage, 'id' | 'verdict' | 'python' | 'promises'>;
const example = (id: string, facts: Partial<Facts> = {}): Facts => ({
  id,
  verdict: 'verified',
  python: '3.13.0',
  promises: [],
  ...facts,
});
const EXAMPLES = [
  example('aio/first'),
  example('aio/skipped', { verdict: 'skipped', python: undefined }),
  example('locks/both', { python: '3.15.2, 3.13.0, 3.13.5 free-threaded', promises: ['order', 'mask'] }),
  example('locks/nested/deep', { promises: ['order'] }),
  example('single'),
];

test('examples are grouped by topic, by each version that verified them, by promise, and if none did', () => {
  const groups = exampleGroups(EXAMPLES);
  expect(groups.map(({ href, examples }) => [href, examples.map(({ id }) => id).join(' ')])).toEqual([
    ['/verified/aio/', 'aio/first aio/skipped'],
    ['/verified/locks/', 'locks/both locks/nested/deep'],
    ['/verified/single/', 'single'],
    ['/verified/3.15/', 'locks/both'],
    ['/verified/3.13/', 'aio/first locks/both locks/nested/deep single'],
    ['/verified/3.13t/', 'locks/both'],
    ['/verified/promise-bytes/', 'aio/first aio/skipped single'],
    ['/verified/promise-order/', 'locks/both locks/nested/deep'],
    ['/verified/promise-mask/', 'locks/both'],
    ['/verified/not-run/', 'aio/skipped'],
  ]);
});

test('an address of a group is that of one group alone', () => {
  const topics = ['promise_order', 'not_run', 'order', 'v3'].map(topic => example(`${topic}/x`));
  const slugs = exampleGroups([...EXAMPLES, ...topics]).map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
});

test('what was proved is counted by its kind; a kind that a site has not is not named', () => {
  const facts = { recordings: [], variants: [], watched: undefined };
  const variant = { verdict: 'verified', recordings: [] } as unknown as ExamplePage['variants'][number];
  expect(
    proofCounts([
      { ...facts, verdict: 'verified', variants: [variant, { ...variant, verdict: 'skipped' }] },
      { ...facts, verdict: 'skipped' },
    ]),
  ).toEqual([
    { kind: 'examples', proved: 1, all: 2 },
    { kind: 'variants', proved: 1, all: 2 },
  ]);
});

test('a version is listed if it verified something now, or if outputs were accepted on it before', () => {
  const recorded = [
    { version: '3.14.1', gil: true, recordings: 0, runs: 0, first: '2026-11-01', last: '2026-11-02' },
    { version: '3.13.0', gil: true, recordings: 7, runs: 50 },
  ];
  expect(
    versionCounts(EXAMPLES, recorded).map(({ name, verified, href, first }) => [name, verified, href, first]),
  ).toEqual([
    ['3.15.2', 1, '/verified/3.15/', undefined],
    ['3.14.1', 0, undefined, '2026-11-01'],
    ['3.13.0', 4, '/verified/3.13/', undefined],
    ['3.13.5 free-threaded', 1, '/verified/3.13t/', undefined],
  ]);
});

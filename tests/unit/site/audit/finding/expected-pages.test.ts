import { expect, test } from 'vitest';
import type { AuditPlan } from '../../../../../src/site/audit/plan/audit-plan.ts';
import { isPageList } from '../../../../../src/site/audit/plan/finding/expected-pages.ts';

const PLAN = {
  articles: new Map([
    [
      'content/advanced/locks.mdx',
      {
        source: '---\r\ntitle: " Locks: all "\r\naliases: [/advanced/mutex/]\r\n---\r\n\r\nText\r\n',
        edition: '',
      },
    ],
    ['content/de/advanced/locks.mdx', { source: '---\ntitle: Sperren\n---\n', edition: '' }],
  ]),
  examples: new Map([
    ['a/one', { id: 'a/one', source: '1\n' }],
    ['a/broken', { id: 'a/broken' }],
  ]),
  base: '/p',
  language: 'en',
} as unknown as AuditPlan;
const LOCKS = { path: '/p/advanced/locks/', title: 'Locks: all' };
const MUTEX = { path: '/p/advanced/mutex/', title: 'Locks: all', to: '/p/advanced/locks/' };
const LIST = [
  LOCKS,
  MUTEX,
  { path: '/p/advanced/', title: 'Advanced Python' },
  { path: '/p/de/advanced/locks/', title: 'Sperren' },
  { path: '/p/examples/a/one/' },
  { path: '/p/verified/', title: 'What was verified' },
];

test('a list of pages has each article in each language, its earlier addresses, and each example', () => {
  expect(isPageList(LIST, PLAN)).toBe(true);
  expect(isPageList(LIST.toReversed(), PLAN)).toBe(true);
});

test.for([
  ['lacks an earlier address', LIST.filter(each => each !== MUTEX)],
  ['has one that leads elsewhere', [...LIST.filter(each => each !== MUTEX), { ...MUTEX, to: '/p/' }]],
  ['has an article twice', [...LIST, LOCKS]],
  ['has another title', LIST.map(each => (each === LOCKS ? { ...each, title: 'Verified' } : each))],
  ['has a broken example', [...LIST, { path: '/p/examples/a/broken/' }]],
  ['has a title for an example', LIST.map(each => ('title' in each ? each : { ...each, title: 'x' }))],
  [
    'has a track that leads out of the site',
    [...LIST, { path: '/p/advanced/', title: 'A', to: 'https://evil.example/' }],
  ],
] as const)('a list of pages that %s is refused', ([, list]) => {
  expect(isPageList(list, PLAN)).toBe(false);
});

import { expect, test } from 'vitest';
import { type ListedPage, nearestPages } from '../../../../src/client/finding/nearest-pages.ts';

const PAGES: readonly ListedPage[] = [
  { path: '/p/advanced/', title: 'Advanced Python' },
  { path: '/p/advanced/asyncio/', title: 'asyncio' },
  { path: '/p/advanced/locks/', title: 'Locks' },
  { path: '/p/advanced/mutex/', title: 'Locks', to: '/p/advanced/locks/' },
  { path: '/p/advanced/multithreading/', title: 'Multithreading' },
  { path: '/p/advanced/multiprocessing/', title: 'Multiprocessing' },
  { path: '/p/examples/locks/account/' },
  { path: '/p/writing/first-article/', title: 'Your first article' },
];

test.for([
  ['/p/advanced/lock/', '/p/advanced/locks/'],
  ['/p/advanced/Locks.html', '/p/advanced/locks/'],
  ['/p/advancd/locks/', '/p/advanced/locks/'],
  ['/p/locks/', '/p/advanced/locks/'],
  ['/p/writing/locks/', '/p/advanced/locks/'],
  ['/p/advanced/mutexes/', '/p/advanced/mutex/'],
  ['/p/advanced/multi-threading', '/p/advanced/multithreading/'],
  ['/p/advanced/asynco', '/p/advanced/asyncio/'],
  ['/p/advanced/async%69o/', '/p/advanced/asyncio/'],
  ['/p/writing/first_article/', '/p/writing/first-article/'],
  ['/p/writing/article/', '/p/writing/first-article/'],
  ['/p/advance/', '/p/advanced/'],
  ['/p/examples/locks/acount/', '/p/examples/locks/account/'],
  ['/p/examples/locks/account.py', '/p/examples/locks/account/'],
])('for %s, %s is proposed first', ([asked = '', first]) => {
  expect(nearestPages(asked, PAGES)[0]?.path).toBe(first);
});

test.for(['/', '/p/', '/p/zzqqxx/', '/p/wp-login.php', '/p/%E0%A4%A', `/p/${'locks'.repeat(1000)}/`])(
  'for %s nothing is proposed',
  asked => {
    expect(nearestPages(asked, PAGES)).toEqual([]);
  },
);

test('a page is proposed once, also if an earlier address of it is near too', () => {
  const pages = nearestPages('/p/advanced/lock/', [
    ...PAGES,
    { path: '/p/advanced/lockz/', title: 'Locks', to: '/p/advanced/locks/' },
  ]);
  expect(pages.filter(({ path, to = path }) => to === '/p/advanced/locks/')).toHaveLength(1);
});

test('pages of the same folder are not proposed because of it', () => {
  expect(nearestPages('/p/advanced/lock/', PAGES).map(({ path }) => path)).toEqual(['/p/advanced/locks/']);
});

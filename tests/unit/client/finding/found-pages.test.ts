import { expect, test } from 'vitest';
import { type FoundPage, isMeant, placesIn } from '../../../../src/client/finding/found-pages.ts';

const TEXT =
  'Locks. How a lock works. Deadlock. Two threads wait. with lock: total += 1 It prints two. Again a lock &lt;here&gt;.';
const WORDS = TEXT.split(' ');
const anchor = (element: string, id: string, before: string, text = ''): FoundPage['anchors'][number] => ({
  element,
  id,
  text,
  location: WORDS.indexOf(before),
});
const PAGE = {
  url: '/advanced/locks/',
  raw_content: TEXT,
  meta: { title: 'Locks' },
  anchors: [
    anchor('b', 'text:', 'It'),
    anchor('h2', 'deadlock', 'Deadlock.', 'Deadlock'),
    anchor('figure', 'account', 'with'),
    anchor('b', 'code:locks/account', 'with'),
    anchor('input', 'account-variant-1', 'It'),
  ],
} as const;
const found = (...words: readonly string[]): FoundPage => ({
  ...PAGE,
  weighted_locations: words.map(word => ({ location: WORDS.indexOf(word), balanced_score: 1 })),
});

test.for([
  ['lock', { kind: 'article', title: 'Locks', within: '', url: '/advanced/locks/' }],
  ['Two', { kind: 'section', title: 'Deadlock', within: 'Locks', url: '/advanced/locks/#deadlock' }],
  [
    '+=',
    { kind: 'code', title: 'locks/account', within: 'Deadlock · Locks', url: '/advanced/locks/#account' },
  ],
  ['prints', { kind: 'section', title: 'Deadlock', url: '/advanced/locks/#deadlock' }],
] as const)('%s is found in what it is a part of', ([word, place]) => {
  expect(placesIn(found(word))).toEqual([expect.objectContaining(place)]);
});

test('an entry of the glossary is known by the page that it is on', () => {
  const anchors = [anchor('dt', 'deadlock', 'Deadlock.', 'Deadlock')];
  const [place] = placesIn({ ...found('Two'), url: '/glossary/', anchors });
  expect(place).toMatchObject({ kind: 'glossary', title: 'Deadlock', url: '/glossary/#deadlock' });
});

test('an excerpt holds the words around what was found, no word of another part, and no markup', () => {
  const [place] = placesIn(found('total'));
  expect(place?.excerpt).toEqual(['with lock: ', 'total ', '+= 1 ']);
  expect(placesIn(found('&lt;here&gt;.'))[0]?.excerpt.join('')).toContain('lock <here>.');
});

test('the places in which words score most come first, and three are enough', () => {
  expect(placesIn(found('Two', 'threads', '+=', 'lock', 'prints')).map(({ kind }) => kind)).toEqual([
    'section',
    'article',
    'code',
  ]);
});

test('a text without blanks is cut where its words end', () => {
  const page = { ...found('x'), raw_content: '锁\u200b和\u200b线程', anchors: [] };
  const [place] = placesIn({ ...page, weighted_locations: [{ location: 1, balanced_score: 1 }] });
  expect(place?.excerpt[1]?.trim()).toBe('和');
});

test.for([
  ['lock', ['lock'], true],
  ['locking', ['lock'], true],
  ['LOCK', ['lock'], true],
  ['+=', ['+='], true],
  ['zz lock', ['lock'], true],
  ['&lt;here', ['Two'], false],
  ['<hereafter', ['&lt;here&gt;.'], true],
  ['lqqzz', ['lock'], false],
  ['+qqzz', ['+='], false],
] as const)('a search for %s means the words %s: %s', ([term, words, expected]) => {
  expect(isMeant(found(...words), term)).toBe(expected);
});

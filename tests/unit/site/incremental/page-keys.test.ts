import { expect, test } from 'vitest';
import type { ExamplePage } from '../../../../src/site/figures/example-pages.ts';
import { siteIdentity } from '../../../../src/site/incremental/inputs-digest.ts';
import {
  cardKey,
  type KeyedArticle,
  type KeySources,
  pageKeys,
} from '../../../../src/site/incremental/page-keys.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const article = (file: string, title: string, body = 'Text.'): KeyedArticle => {
  const original = `---\ntitle: ${title}\n---\n\n${body}\n`;
  return { file: `content/${file}.mdx`, original, digest: original, facts: { minutes: 1 } };
};
const example = (figure: string, ...articles: readonly string[]): ExamplePage => ({
  id: 'topic/one',
  href: '/examples/topic/one/',
  file: 'examples/topic/one.py',
  entry: 'one.py',
  verdict: 'verified',
  recordings: [],
  figure,
  articles,
});
const site: KeySources = {
  identity: 'site',
  articles: [article('a/one', 'One'), article('a/two', 'Two'), article('b/three', 'Three')],
  examples: [example('f1', 'content/a/one.mdx')],
  cards: new Map([['/og/a/one.png', 'key of its card']]),
  downloads: new Map([['examples/topic/one.py', 'print(1)\n']]),
};

/** Addresses whose key is another, or is not there any more. */
function changed(after: Partial<KeySources>): readonly string[] {
  const [before, now] = [pageKeys(site), pageKeys({ ...site, ...after })];
  return [...before].filter(([address, key]) => now.get(address) !== key).map(([address]) => address);
}
const instead = (...articles: readonly KeyedArticle[]): readonly KeyedArticle[] =>
  site.articles.map(each => articles.find(({ file }) => file === each.file) ?? each);

test('the text of an article is on its own page alone', () => {
  expect(changed({ articles: instead(article('a/one', 'One', 'Another text.')) })).toEqual(['/a/one/']);
});

test('its front matter is on the pages of its track, on its twin, and on those of its examples', () => {
  expect(changed({ articles: instead(article('a/one', 'Another')) })).toEqual([
    '/a/one/',
    '/a/one.md',
    '/a/two/',
    '/examples/topic/one/',
  ]);
});

test('what is told of it is on its page and its twin', () => {
  const [first] = site.articles as [KeyedArticle];
  expect(changed({ articles: instead({ ...first, facts: { minutes: 1, twin: 'another' } }) })).toEqual([
    '/a/one/',
    '/a/one.md',
  ]);
});

test('what an example shows is on its own page; an article that shows it is compiled with another key', () => {
  expect(changed({ examples: [example('f2', 'content/a/one.mdx')] })).toEqual(['/examples/topic/one/']);
});

test('a new article is on the pages of its track', () => {
  expect(changed({ articles: [...site.articles, article('b/four', 'Four')] })).toEqual(['/b/three/']);
});

test('a card is what it says, drawn by the same code', () => {
  const key = cardKey('code', { title: 'One', kicker: 'Track' });
  expect(cardKey('code', { title: 'One', subtitle: undefined, kicker: 'Track' })).toBe(key);
  expect([
    cardKey('other code', { title: 'One', kicker: 'Track' }),
    cardKey('code', { title: 'Two', kicker: 'Track' }),
    cardKey('code', { title: 'One', subtitle: 'and more', kicker: 'Track' }),
  ]).not.toContain(key);
  expect(changed({ cards: new Map([['/og/a/one.png', key]]) })).toEqual(['/og/a/one.png']);
});

test('a file to download is its own bytes', () => {
  expect(changed({ downloads: new Map([['examples/topic/one.py', 'print(2)\n']]) })).toEqual([
    '/examples/topic/one.py',
  ]);
});

test('another site has no page in common, but files to download', () => {
  expect(changed({ identity: 'another' })).toEqual(
    [...pageKeys(site).keys()].filter(address => !address.endsWith('.py') && !address.endsWith('.png')),
  );
});

test.each(['import x from "./x.js"', 'export const x = 1', '![A picture](./a.png)', '<img src="a.png" />'])(
  'the page of an article that is more than its file has no key: %s',
  body => {
    expect(changed({ articles: instead(article('a/one', 'One', body)) })).toEqual(['/a/one/']);
    expect(pageKeys({ ...site, articles: instead(article('a/one', 'One', body)) }).has('/a/one/')).toBe(
      false,
    );
  },
);

test('an article that begins with something else is known by all of it', () => {
  const odd = (body: string): KeyedArticle => ({
    ...article('a/one', 'One'),
    original: `+++\ntitle = "One"\n+++\n${body}`,
  });
  const keys = (body: string): ReadonlyMap<string, string> =>
    pageKeys({ ...site, articles: instead(odd(body)) });
  expect(keys('a').get('/a/two/')).not.toBe(keys('b').get('/a/two/'));
});

test('the site is another when any of its sources is, its settings, or its environment', async () => {
  const files = { 'src/pages/index.astro': 'a', 'astro.config.mjs': 'b', 'package-lock.json': '{}' };
  const root = await temporaryFolder(files);
  const same = siteIdentity(root, {});
  const others = [
    siteIdentity(root, { SITE_URL: 'https://other.example' }),
    siteIdentity(root, { ADVERTISEMENTS: 'on' }),
  ];
  for (const path of Object.keys(files))
    others.push(siteIdentity(await temporaryFolder({ ...files, [path]: 'other' }), {}));
  others.push(siteIdentity(await temporaryFolder({ ...files, 'src/more.ts': '' }), {}));
  expect(siteIdentity(await temporaryFolder(files), {})).toBe(same);
  expect(others).not.toContain(same);
});

import { glob } from 'tinyglobby';
import { expect, test } from 'vitest';
import { linkableUrls, ROUTES, searchedUrls, tagSlug } from '../../../src/site/routes.ts';

const CONTENTS = {
  articles: ['content/advanced/locks.mdx'],
  hasBadges: true,
  hasChanges: true,
  hasGlossary: true,
  examples: [
    { id: 'threading/lock', file: 'examples/threading/lock.py' },
    { id: 'threading/several', file: 'examples/threading/several/main.py' },
  ],
  tags: ['Shared data'],
};

test('every file of src/pages is of a kind that the list of routes knows', async () => {
  const urls = Object.values(ROUTES).flatMap(({ urls: urlsOf }) => urlsOf(CONTENTS));
  const files = await glob('**/*.{astro,ts}', { cwd: 'src/pages' });
  const unknown = files.filter(file => {
    const page = file
      .replace(/\.astro$/, '/')
      .replace(/(?:^|(?<=\/))(?:index|\[\.{3}index\])\/$/, '')
      .replace('404/', '404.html');
    const pattern = `/${page.replace(/\.ts$/, '')}`
      .split(/(?<rest>\[(?:\.{3})?\w+\])/)
      .map(part => (part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : RegExp.escape(part)))
      .join('');
    return !urls.some(url => new RegExp(`^${pattern}$`).test(url));
  });
  expect(files.length).toBeGreaterThan(5);
  expect(unknown).toEqual([]);
});

test('articles may link to pages, downloads and lists, but not to pictures for machines', () => {
  const urls = linkableUrls(CONTENTS);
  expect(urls).toEqual(
    expect.arrayContaining([
      '/',
      '/advanced/',
      '/advanced/locks/',
      '/advanced/locks.md',
      '/examples/threading/lock/',
      '/examples/threading/lock.py',
      '/tags/',
      '/tags/shared-data/',
      '/verified/',
      '/rss.xml',
    ]),
  );
  expect(urls.filter(url => /^\/og\/|404/.test(url))).toEqual([]);
});

test('the search finds articles, their tracks and the glossary, and nothing else', () => {
  expect(searchedUrls(CONTENTS)).toEqual(['/advanced/locks/', '/advanced/', '/glossary/']);
});

test('a site without tags has no page of tags', () => {
  const urls = linkableUrls({ articles: CONTENTS.articles, examples: [] });
  expect(urls.filter(url => url.startsWith('/tags/'))).toEqual([]);
});

test.for([
  ['threads', 'threads'],
  ['Shared data', 'shared-data'],
  ['C++', 'c'],
  ['__init__', 'init'],
  ['Nebenläufigkeit', 'nebenläufigkeit'],
  ['+', ''],
])('the page of the tag %s is in the folder "%s"', ([tag = '', folder]) => {
  expect(tagSlug(tag)).toBe(folder);
});

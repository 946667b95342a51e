import { expect, test } from 'vitest';
import { labelProblems, publishedTags } from '../../../../../src/site/validate/front-matter/labels.ts';
import { headed } from '../../../../fixtures/headed.ts';

test('a name that is nearly that of an author of the settings is a problem, any other name is none', () => {
  const articles = [headed('a/one', 'authors: ["Ada Lovelase", "Grace Hopper", "Ada Lovelace"]')];
  expect(labelProblems(articles, ['Ada Lovelace'])).toEqual([
    {
      file: 'content/a/one.mdx',
      line: 7,
      column: 11,
      title: 'The settings name no author "Ada Lovelase", and one whose name is nearly the same.',
      remedy: 'Did you mean "Ada Lovelace"?',
    },
  ]);
  expect(labelProblems(articles, [])).toEqual([]);
});

test('two tracks may have series and groups of nearly one name, and no two tags may', () => {
  const [one, two] = [
    headed('a/one', 'series: Step\ngroup: Basic'),
    headed('b/two', 'series: Steps\ngroup: basics'),
  ];
  expect(labelProblems([one, two], [])).toEqual([]);
  const tagged = [headed('a/one', 'tags: [lock]'), headed('b/two', 'tags: [Locks]')];
  expect(labelProblems(tagged, [])).toMatchObject([
    { file: 'content/b/two.mdx', remedy: 'Write them alike: lock' },
  ]);
});

test('the tags of a site are those of published articles, each once', () => {
  const articles = [
    headed('a/one', 'tags: [locks, threads]'),
    headed('a/two', 'tags: [threads]'),
    headed('a/three', 'tags: [secrets]\ndraft: true'),
  ];
  expect(publishedTags(articles)).toEqual(['locks', 'threads']);
});

import { expect, test } from 'vitest';
import { articleHead } from '../../../../../src/site/audit/heads/article-head.ts';
import { tagSlug } from '../../../../../src/site/routes.ts';

test('the head of an article is read by itself: what it is, where it was, what it is about', () => {
  const source = "---\ndraft: true\naliases: [/a/b/, ' /c/ ']\ntags:\n  - Shared data\n---\n\ndraft: false\n";
  expect(articleHead(source)).toEqual({ isDraft: true, aliases: ['a/b', 'c'], tags: ['shared-data'] });
});

test.for(['', 'A text.\n', '---\ntitle: A\n---\n'])('%j asks for nothing', source => {
  expect(articleHead(source)).toEqual({ isDraft: false, aliases: [], tags: [] });
});

test.for([
  'threads',
  'Shared  data',
  'C++',
  '__init__',
  'Nebenläufigkeit',
  'İstanbul',
  'é',
  '日本語',
  '+',
  'a.b',
])('the folder of the tag %s is the one that pages have', tag => {
  expect(articleHead(`---\ntags: ["${tag}"]\n---\n`).tags).toEqual([tagSlug(tag)]);
});

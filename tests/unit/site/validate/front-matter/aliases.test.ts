import { expect, test } from 'vitest';
import { aliasProblems } from '../../../../../src/site/validate/front-matter/aliases.ts';
import { headed } from '../../../../fixtures/headed.ts';

const CONTENTS = { articles: ['content/a/one.mdx'], examples: [], tags: ['threads'] };
const problemsOf = (alias: string): readonly unknown[] =>
  aliasProblems([headed('a/one', `aliases: ['${alias}']`)], CONTENTS, url => url === '/kept/index.html').map(
    ({ title, remedy }) => `${title} ${remedy}`,
  );

test.for(['/a/old/', '/old/', '/2019/05/Some_Old-Page/', '/straße/'])('%s may be an old address', alias => {
  expect(problemsOf(alias)).toEqual([]);
});

test.for([
  '/',
  '//example.org/a/',
  '/a/../b/',
  '/a/./b/',
  '/a//b/',
  '/a/b.html/',
  '/a/b',
  'a/b/',
  '/a b/',
  '/a/%2e%2e/',
  '/a/b/?c',
  '/a/b/#c',
  '/a/\\/',
  'https://example.org/a/',
  '/a/ 301! /b/',
  '/*/',
  '/:splat/',
])('%s is no old address: it is no folder of the site', alias => {
  expect(problemsOf(alias)).toEqual([expect.stringContaining('a slash at both ends')]);
});

test.for(['/tags/', '/Tags/old/', '/pagefind/', '/_astro/', '/examples/a/b/', '/a/index/', '/404/'])(
  '%s is no old address: the site keeps it',
  alias => {
    expect(problemsOf(alias)).toHaveLength(1);
  },
);

test.for(['/a/one/', '/A/One/', '/kept/', '/verified/'])('%s is no old address: a page has it', alias => {
  expect(problemsOf(alias)).toHaveLength(1);
});

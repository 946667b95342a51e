import { expect, test } from 'vitest';
import { readingOrderProblems } from '../../../../../src/site/validate/front-matter/reading-order.ts';
import { headed } from '../../../../fixtures/headed.ts';

const titles = (articles: Parameters<typeof readingOrderProblems>[0]): readonly string[] =>
  readingOrderProblems(articles).map(({ file, title }) => `${file} ${title}`);

test('a circle across tracks is reported once, and what only leads into it is not', () => {
  expect(
    titles([
      headed('a/one', 'prerequisites: [b/two]'),
      headed('b/two', 'prerequisites: [a/one]'),
      headed('c/three', 'prerequisites: [a/one]'),
    ]),
  ).toEqual(['content/b/two.mdx Prerequisites go round in a circle: b/two → a/one → b/two.']);
});

test('two circles are two problems', () => {
  const pair = (one: string, two: string) => [
    headed(one, `prerequisites: [${two}]`),
    headed(two, `prerequisites: [${one}]`),
  ];
  expect(titles([...pair('a/one', 'b/two'), ...pair('c/three', 'd/four')])).toHaveLength(2);
});

test('of another track, an article of any order may come before', () => {
  const later = headed('b/later', '', 'A line.', 9);
  expect(titles([headed('a/one', 'prerequisites: [b/later]'), later])).toEqual([]);
  expect(titles([headed('b/one', 'prerequisites: [b/later]'), later])).toEqual([
    'content/b/one.mdx The prerequisite "b/later" comes later in the track, in place 9.',
  ]);
});

test('a chain of a thousand articles holds no circle', () => {
  const chain = Array.from({ length: 1000 }, (_, index) =>
    headed(`t${index}/a`, index === 0 ? '' : `prerequisites: [t${index - 1}/a]`),
  );
  expect(titles(chain)).toEqual([]);
});

import { expect, test } from 'vitest';
import {
  chooseArticles,
  chooseExamples,
  shownAt,
  tracksAmong,
} from '../../../../src/site/commands/article-examples.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('an example is shown where articles refer to it, and not where they only speak of it', async () => {
  const root = await temporaryFolder({
    'content/b/two.mdx': 'Text <Value file="a/lock.py" match="(.)">5</Value>\n',
    'content/a/one.mdx':
      '---\ntitle: x\n---\n\n<Example file="a/lock.py" region="x" />\n\n' +
      '- <Output file="./several/main.py" />\n\n```mdx\n<Example file="a/lock.py" />\n```\n\n' +
      '<Example file="a/lock.py" />\n',
    'content/a/broken.mdx': '<Example file="a/lock.py"\n',
  });
  expect(Object.fromEntries(await shownAt(root))).toEqual({
    'a/lock': [
      { file: 'content/a/one.mdx', line: 5, column: 1 },
      { file: 'content/a/one.mdx', line: 13, column: 1 },
      { file: 'content/b/two.mdx', line: 1, column: 6 },
    ],
    several: [{ file: 'content/a/one.mdx', line: 7, column: 3 }],
  });
});

test('the name of a track finds all of its articles, with what they show; that of an article finds one', async () => {
  const root = await temporaryFolder({
    'content/guide/locks.mdx': '<Example file="a/lock.py" />\n',
    'content/guide/queues.mdx': '<Example file="b/queue.py" />\n',
    'content/guides/other.mdx': '<Example file="b/other.py" />\n',
    'examples/a/lock.py': 'print(1)\n',
    'examples/b/queue.py': 'print(2)\n',
    'examples/b/other.py': 'print(3)\n',
  });
  expect(await chooseArticles(root, ['guide'])).toEqual({
    articles: ['content/guide/locks.mdx', 'content/guide/queues.mdx'],
    shown: ['examples/a/lock.py', 'examples/b/queue.py'],
  });
  expect((await chooseArticles(root, ['guide/queues'])).articles).toEqual(['content/guide/queues.mdx']);
  await expect(chooseArticles(root, ['guide/lock'])).rejects.toThrow('There is no article of this name.');
});

test('a word names a track only if no folder of examples has that name', async () => {
  const root = await temporaryFolder({
    'content/guide/locks.mdx': 'Text\n',
    'content/de/guide/locks.mdx': 'Text\n',
    'content/writing/parts.mdx': 'Text\n',
    'examples/writing/names.py': 'print(1)\n',
  });
  const words = ['guide', 'content/de/guide', 'writing', 'locks', 'guide/locks', '*'];
  expect(await tracksAmong(root, 'examples', words)).toEqual(['guide', 'content/de/guide']);
});

test('words choose examples beside those of tracks; without a track or an article, they stay as they are', async () => {
  const root = await temporaryFolder({
    'content/guide/locks.mdx': '<Example file="a/lock.py" />\n',
    'content/plain/text.mdx': 'Text\n',
    'examples/a/lock.py': 'print(1)\n',
  });
  const choose = (...words: string[]): Promise<unknown> =>
    chooseExamples({ root, examples: 'examples', words });
  expect(await choose('b/other', 'guide')).toEqual({
    articles: ['content/guide/locks.mdx'],
    words: ['b/other', 'examples/a/lock.py'],
    isEmpty: false,
  });
  expect(await choose('plain')).toEqual({ articles: ['content/plain/text.mdx'], words: [], isEmpty: true });
  expect(await choose()).toEqual({ articles: undefined, words: [], isEmpty: false });
});

import { expect, test } from 'vitest';
import { shownAt } from '../../../../src/site/commands/article-examples.ts';
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

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkArticles } from '../../../../src/site/commands/check-articles.ts';
import { chooseArticles } from '../../../../src/site/commands/article-examples.ts';
import { recordedExamples } from '../../../../src/site/commands/check-articles.ts';
import { SOUND, writeProject } from '../../../fixtures/problem-project.ts';

const PAGE = 'content/advanced/page.mdx';
const OTHER = `${SOUND[PAGE]?.replace('order: 1', 'order: 2').replace('A page', 'Another page') ?? ''}
See [the first](/advanced/page/#greeting), and its [end](/advanced/page/#end).
`;

const check = async (root: string, only?: readonly string[]): Promise<string[]> =>
  (await checkArticles(root, await recordedExamples(root), only)).problems.map(
    ({ file, line, title }) => `${file}:${line} ${title}`,
  );
const edit = async (root: string, file: string, change: (text: string) => string): Promise<void> =>
  writeFile(join(root, file), change(await readFile(join(root, file), 'utf8')));

test('articles are checked for mistakes, pictures, and the anchors of other articles', async () => {
  const picture = `${OTHER.replace('order: 2', 'order: 3').replaceAll('#end', '#greet')}\n![A dot](./dot.svg)\n`;
  const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" />\n';
  const root = await writeProject([
    { how: 'In', path: 'content/advanced/dot.svg', as: '', text: dot },
    { how: 'In', path: 'content/advanced/picture.mdx', as: '', text: picture },
  ]);
  const end = 'content/advanced/picture.mdx:15 /advanced/page/ has no anchor #greet.';
  expect(await check(root)).toEqual([end]);
  await rm(join(root, 'content/advanced/dot.svg'));
  expect(await check(root)).toEqual([
    'content/advanced/picture.mdx:17 There is no picture content/advanced/dot.svg.',
    end,
  ]);
  await edit(root, 'examples/topic/greeting.py', text => text.replace('region greet', 'region hello'));
  expect((await check(root))[0]).toBe(`${PAGE}:13 examples/topic/greeting.py has no region "greet".`);
  await edit(root, PAGE, text => text.replace('level: Beginner', 'level: Wizard'));
  expect((await check(root))[0]).toBe(`${PAGE}:4 level is none of Beginner, Intermediate, Advanced.`);
});

test('one article is judged by itself, and by what its links lead to', async () => {
  const root = await writeProject([
    { how: 'In', path: 'content/advanced/other.mdx', as: '', text: OTHER },
    { how: 'At the end of', path: PAGE, as: '', text: '<Exmaple />\n' },
  ]);
  expect(await check(root, ['content/advanced/other.mdx'])).toEqual([
    'content/advanced/other.mdx:15 /advanced/page/ has no anchor #end.',
  ]);
});

test('an article is chosen by its name or its path, with the examples that it shows', async () => {
  const root = await writeProject([
    {
      how: 'In',
      path: 'content/advanced/other.mdx',
      as: '',
      text: OTHER.replace('topic/greeting.py', 'topic/greting.py'),
    },
  ]);
  for (const name of ['advanced/page', '/advanced/page/', `./${PAGE}`])
    expect(await chooseArticles(root, [name])).toEqual({
      articles: [PAGE],
      shown: ['examples/topic/greeting.py'],
    });
  expect(await chooseArticles(root, ['advanced/other'])).toEqual({
    articles: ['content/advanced/other.mdx'],
    shown: [],
  });
  await expect(chooseArticles(root, ['advanced/pge'])).rejects.toMatchObject({
    exitCode: 2,
    problems: [
      {
        file: 'advanced/pge',
        title: 'There is no article of this name.',
        remedy: 'Did you mean "advanced/page"?',
      },
    ],
  });
});

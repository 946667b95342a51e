import { execa } from 'execa';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renameNotices } from '../../../../src/site/commands/rename-notices.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const article = (lines = ''): string =>
  `---\ntitle: A page\nsummary: What a page says.\nlevel: Beginner\norder: 1\nupdated: 2026-11-22\n${lines}---\n\n` +
  'One line of text.\n\nAnother line of text.\n\nA third line of text.\n';

async function renamed(to: string): Promise<string> {
  const root = await temporaryFolder({ 'content/a/old.mdx': article() });
  const git = (...words: string[]) =>
    execa('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: root });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'An article');
  await mkdir(join(root, 'content/a'), { recursive: true });
  await rename(join(root, 'content/a/old.mdx'), join(root, 'content/a/new.mdx'));
  await writeFile(join(root, 'content/a/new.mdx'), to);
  await git('add', '--all');
  return root;
}

test('a renamed article that names no old address is noticed, with the line to paste', async () => {
  const root = await renamed(article('aliases: [/a/older/]\n'));
  expect(await renameNotices(root, () => true)).toEqual([
    {
      file: 'content/a/new.mdx',
      line: 2,
      column: 1,
      title: 'Its address was /a/old/: links from other sites lead nowhere now.',
      remedy: 'aliases: [/a/older/, /a/old/]',
    },
  ]);
  expect(await renameNotices(root, () => false)).toEqual([]);
});

test('one that names it, a draft, and a project without git are not', async () => {
  for (const line of ['aliases: [/a/old/]\n', 'draft: true\n'])
    expect(await renameNotices(await renamed(article(line)), () => true)).toEqual([]);
  expect(await renameNotices(await temporaryFolder({ 'content/a/new.mdx': article() }), () => true)).toEqual(
    [],
  );
});

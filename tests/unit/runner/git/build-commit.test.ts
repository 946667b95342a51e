import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { buildCommit } from '../../../../src/runner/git/build-commit.ts';
import { repository } from '../../../fixtures/repository.ts';

test('a commit is built with its own script and what is installed, and leaves nothing behind', async () => {
  const { root, commit } = await repository({ 'node_modules/installed.txt': 'here' });
  const build = (words: string): string => JSON.stringify({ scripts: { build: words } });
  await commit({
    'package-lock.json': '{}',
    'package.json': build('mkdir dist && cat node_modules/installed.txt text > dist/index.html'),
    text: ' before',
  });
  await commit({ 'package.json': build('exit 9'), text: 'now' });
  const { dist, remove } = await buildCommit(root, 'HEAD^1');
  expect(await readFile(join(dist, 'index.html'), 'utf8')).toBe('here before');
  await remove();
  expect(existsSync(dist)).toBe(false);
  expect((await execa('git', ['worktree', 'list'], { cwd: root })).stdout.split('\n')).toHaveLength(1);
});

test('a commit that does not build, and one that is not there, are told', async () => {
  const { root, commit } = await repository({ 'node_modules/installed.txt': 'here' });
  await commit({
    'package-lock.json': '{}',
    'package.json': JSON.stringify({ scripts: { build: 'echo "a mistake" && exit 3' } }),
  });
  await expect(buildCommit(root, 'HEAD')).rejects.toMatchObject({
    exitCode: 2,
    problems: [
      {
        file: 'HEAD',
        title: 'It does not build, so nothing can be compared with it.',
        detail: '    a mistake',
      },
    ],
  });
  await expect(buildCommit(root, 'main~7')).rejects.toMatchObject({
    problems: [{ file: 'main~7', title: 'There is no such commit in this repository.' }],
  });
  expect((await execa('git', ['worktree', 'list'], { cwd: root })).stdout.split('\n')).toHaveLength(1);
});

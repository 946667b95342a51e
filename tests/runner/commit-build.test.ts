import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { buildCommit } from '../../src/runner/commit-build.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** A repository whose build copies its text; built with what is installed, or not at all. */
async function repository(): Promise<{ root: string; commit: (files: Readonly<Record<string, string>>) => Promise<void> }> {
  const root = await temporaryFolder({ 'node_modules/installed.txt': 'here' });
  const git = (...words: string[]): Promise<unknown> => execa('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: root });
  await git('init', '--quiet');
  await appendFile(join(root, '.git/info/exclude'), 'node_modules\n');
  return {
    root,
    commit: async (files) => {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--message', 'x');
    },
  };
}

test('a commit is built as it was, with its own script and what is installed, and leaves nothing behind', async () => {
  const { root, commit } = await repository();
  const build = (words: string): string => JSON.stringify({ scripts: { build: words } });
  await commit({ 'package-lock.json': '{}', 'package.json': build('mkdir dist && cat node_modules/installed.txt text > dist/index.html'), text: ' before' });
  await commit({ 'package.json': build('exit 9'), text: 'now' });
  const { dist, remove } = await buildCommit(root, 'HEAD^1');
  expect(await readFile(join(dist, 'index.html'), 'utf8')).toBe('here before');
  await remove();
  expect(existsSync(dist)).toBe(false);
  expect((await execa('git', ['worktree', 'list'], { cwd: root })).stdout.split('\n')).toHaveLength(1);
});

test('a commit that does not build, and one that is not there, are told', async () => {
  const { root, commit } = await repository();
  await commit({ 'package-lock.json': '{}', 'package.json': JSON.stringify({ scripts: { build: 'echo "a mistake" && exit 3' } }) });
  await expect(buildCommit(root, 'HEAD')).rejects.toMatchObject({ exitCode: 2, problems: [{ file: 'HEAD', title: 'It does not build, so nothing can be compared with it.', detail: '    a mistake' }] });
  await expect(buildCommit(root, 'main~7')).rejects.toMatchObject({ problems: [{ file: 'main~7', title: 'There is no such commit in this repository.' }] });
  expect((await execa('git', ['worktree', 'list'], { cwd: root })).stdout.split('\n')).toHaveLength(1);
});

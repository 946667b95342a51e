import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test, vi } from 'vitest';
import { sourceCommit } from '../../../../src/runner/git/source-commit.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const PATHS = ['content', 'examples', 'package.json'];

async function repository(): Promise<{ readonly root: string; readonly id: string }> {
  const root = await temporaryFolder({ 'content/a.mdx': '1', 'package.json': '{}', '.gitignore': '*.log\n' });
  const git = (...words: string[]) =>
    execa('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: root,
      env: { GIT_COMMITTER_DATE: '2026-02-04T01:30:05+02:00', GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'One');
  return { root, id: (await git('rev-parse', 'HEAD')).stdout };
}

describe('the commit of a site', () => {
  test('is the one that is checked out, with its date in UTC', async () => {
    const { root, id } = await repository();
    expect(await sourceCommit(root, PATHS)).toEqual({ id, date: '2026-02-03T23:30:05Z' });
  });

  test.for([
    ['a file is changed', (root: string) => writeFile(join(root, 'content/a.mdx'), '2')],
    ['a file is new', (root: string) => writeFile(join(root, 'content/b.mdx'), '1')],
    ['a file is removed', (root: string) => rm(join(root, 'package.json'))],
  ] as const)('is none if %s', async ([, change]) => {
    const { root } = await repository();
    await change(root);
    expect(await sourceCommit(root, PATHS)).toBe(undefined);
  });

  test('does not depend on files that no site is made of, or that git ignores', async () => {
    const { root, id } = await repository();
    await writeFile(join(root, 'shards.json'), '1');
    await writeFile(join(root, 'content/a.log'), '1');
    expect((await sourceCommit(root, PATHS))?.id).toBe(id);
  });

  test('is that of the folder, whatever repository a hook names', async () => {
    const { root, id } = await repository();
    vi.stubEnv('GIT_DIR', join(root, 'nowhere'));
    vi.stubEnv('GIT_WORK_TREE', join(root, 'content'));
    expect((await sourceCommit(root, PATHS))?.id).toBe(id);
    vi.unstubAllEnvs();
  });

  test('is found without the program that the repository names to watch its files', async () => {
    const { root, id } = await repository();
    await writeFile(join(root, '.git/watch'), `#!/bin/sh\ntouch ${root}/.git/watched\n`, { mode: 0o755 });
    await execa('git', ['config', 'core.fsmonitor', join(root, '.git/watch')], { cwd: root });
    expect((await sourceCommit(root, PATHS))?.id).toBe(id);
    expect(existsSync(join(root, '.git/watched'))).toBe(false);
  });

  test('is none outside of a repository, and before the first commit', async () => {
    const root = await temporaryFolder({ 'content/a.mdx': '1' });
    expect(await sourceCommit(root, PATHS)).toBe(undefined);
    await execa('git', ['init', '--quiet'], { cwd: root });
    expect(await sourceCommit(root, PATHS)).toBe(undefined);
  });
});

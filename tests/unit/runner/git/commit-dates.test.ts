import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { datesBelow } from '../../../../src/runner/git/commit-dates.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

/** A repository with two commits, on two days. */
async function repository(): Promise<string> {
  const root = await temporaryFolder({ 'content/a.mdx': '1', 'content/über uns.mdx': '1', 'other.txt': '1' });
  const git = (date: string, ...words: string[]): Promise<unknown> =>
    execa('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: root,
      env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  await git('2026-01-01T12:00:00Z', 'init', '--quiet');
  await git('2026-01-01T12:00:00Z', 'add', '.');
  await git('2026-01-01T12:00:00Z', 'commit', '--quiet', '--message', 'One');
  await writeFile(join(root, 'content', 'a.mdx'), '2');
  // Still the third in UTC, though the fourth where it was committed.
  await git('2026-02-04T01:30:00+02:00', 'commit', '--quiet', '--all', '--message', 'Two');
  return root;
}

describe('the dates of the last changes', () => {
  test('are those of the last commit of each file, in UTC', async () => {
    expect(Object.fromEntries((await datesBelow(await repository(), 'content')).changed)).toEqual({
      'content/a.mdx': '2026-02-03',
      'content/über uns.mdx': '2026-01-01',
    });
  });

  test('are not those of the first, which are the dates of the commits that added the files', async () => {
    expect(Object.fromEntries((await datesBelow(await repository(), 'content')).added)).toEqual({
      'content/a.mdx': '2026-01-01',
      'content/über uns.mdx': '2026-01-01',
    });
  });

  test('are unknown in a shallow clone', async () => {
    const clone = join(await temporaryFolder(), 'clone');
    await execa('git', ['clone', '--quiet', '--depth', '1', `file://${await repository()}`, clone]);
    const { changed, added, unknown } = await datesBelow(clone, 'content');
    expect([...changed, ...added]).toEqual([]);
    expect(unknown).toBe('this clone is shallow (git fetch --unshallow)');
  });

  test('are unknown outside a repository', async () => {
    const folder = await temporaryFolder({ 'content/a.mdx': '' });
    const { changed, unknown } = await datesBelow(folder, 'content');
    expect([changed.size, unknown]).toEqual([0, 'this is no git repository']);
  });

  test.runIf(process.getuid?.() === 0)('are unknown in a folder of another user', async () => {
    const root = await repository();
    await execa('chown', ['-R', '65534', root]);
    expect((await datesBelow(root, 'content')).unknown).toContain('belongs to another user');
  });
});

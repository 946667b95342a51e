import { askGit } from './git.ts';

/** A commit, for those who want to build the same site again. */
export interface SourceCommit {
  /** Its full hash. */
  readonly id: string;
  /** When it was committed: `2026-11-22T09:30:00Z`. */
  readonly date: string;
}

/**
 * The commit that is checked out; undefined outside of a repository, and if one of the paths differs from it.
 * Files that git ignores do not count.
 * @param paths what the site is made of, relative to `root`
 */
export async function sourceCommit(
  root: string,
  paths: readonly string[],
): Promise<SourceCommit | undefined> {
  const format = ['--format=%H %cd', '--date=format-local:%Y-%m-%dT%H:%M:%SZ'];
  const head = await askGit(root, ['log', '-1', '--no-show-signature', ...format]);
  const changes = await askGit(root, ['status', '--porcelain', '--untracked-files=all', '--', ...paths]);
  const [id = '', date = ''] = head?.trim().split(' ') ?? [];
  return date === '' || changes !== '' ? undefined : { id, date };
}

import { execa } from 'execa';

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
  const git = async (...words: string[]): Promise<string | undefined> => {
    const env = { TZ: 'UTC', LC_ALL: 'C' };
    const { failed, stdout } = await execa('git', words, { cwd: root, reject: false, stdin: 'ignore', env });
    return failed ? undefined : stdout;
  };
  const head = await git('log', '-1', '--format=%H %cd', '--date=format-local:%Y-%m-%dT%H:%M:%SZ');
  const changes = await git('status', '--porcelain', '--untracked-files=all', '--', ...paths);
  const [id, date] = head?.split(' ') ?? [];
  return id === undefined || date === undefined || changes !== '' ? undefined : { id, date };
}

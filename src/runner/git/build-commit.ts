import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa, ExecaError } from 'execa';
import { refusal } from '../../core/problems/problem.ts';
import { git, runGit } from './git.ts';

/**
 * Builds the site of a commit, with that commit's own code, in a working tree of its own. It uses what is
 * installed here if its lockfile is the same; otherwise it installs for itself.
 * @returns the folder of the site, and a function that removes all of it
 * @throws ProblemError if there is no such commit, or it does not build
 */
export async function buildCommit(
  root: string,
  commit: string,
): Promise<{ readonly dist: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-base-'));
  const tree = join(folder, 'tree');
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    // Outside of a repository there is nothing to prune.
    await runGit(root, ['worktree', 'prune']);
  };
  try {
    // A name that begins with a dash would be an option.
    await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]);
    await git(root, ['worktree', 'add', '--detach', '--quiet', tree, commit]);
    const [ours, theirs] = await Promise.all(
      [root, tree].map(place => readFile(join(place, 'package-lock.json'), 'utf8')),
    );
    if (ours === theirs) await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
    await execa('npm', ['run', 'build', '--silent'], { cwd: tree, stdin: 'ignore', all: true });
    return { dist: join(tree, 'dist'), remove };
  } catch (error) {
    await remove();
    if (!(error instanceof ExecaError)) throw error;
    const [title, remedy] = error.command.startsWith('git')
      ? ['There is no such commit in this repository.', 'In a shallow clone: git fetch --unshallow']
      : [
          'It does not build, so nothing can be compared with it.',
          'Mend it there first, or read the pages of this build.',
        ];
    const lines = String(error.all || error.stderr || error.message)
      .trimEnd()
      .split('\n')
      .slice(-20);
    throw refusal({ file: commit, title, detail: lines.map(line => `    ${line}`).join('\n'), remedy });
  }
}

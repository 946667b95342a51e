import { execa } from 'execa';
import { type ProblemError, refusal } from '../../core/problems/problem.ts';

/**
 * Dates of the commits that changed each file below a folder last, and that added it: `2026-11-22`, by path
 * relative to the project. Empty in a shallow clone, where every file seems to be as old as the clone, and
 * outside a repository. Files that were renamed are not in `added`: they were added under another name.
 */
export async function datesBelow(
  root: string,
  folder: string,
): Promise<Record<'changed' | 'added', ReadonlyMap<string, string>>> {
  const [changed, added] = await Promise.all([
    changes(root, folder),
    changes(root, folder, '--diff-filter=A', '--find-renames'),
  ]);
  return { changed: new Map(changed.toReversed()), added: new Map(added) };
}

/** Path and date of each change, the latest first. */
async function changes(
  root: string,
  folder: string,
  ...options: readonly string[]
): Promise<readonly (readonly [string, string])[]> {
  const git = async (...words: string[]): Promise<string> => {
    const env = { TZ: 'UTC', LC_ALL: 'C' };
    const result = await execa('git', words, { cwd: root, reject: false, stdin: 'ignore', env });
    // Without the dates, the same commit would give another site.
    if (result.stderr?.includes('dubious ownership')) throw notOurs(result.stderr);
    return result.failed ? '' : result.stdout;
  };
  if ((await git('rev-parse', '--is-shallow-repository')) !== 'false') return [];
  // A name may contain anything, so paths are unquoted and separated by NUL.
  const format = ['--format=%x00%cd', '--date=format-local:%Y-%m-%d', '--name-only', '--relative', '-z'];
  const log = await git('log', ...format, ...options, '--', folder);
  const found: [string, string][] = [];
  let date = '';
  for (const part of log.split('\0').map(each => each.trim())) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(part)) date = part;
    else if (part !== '') found.push([part, date]);
  }
  return found;
}

/** Git reads no repository of another user, unless its settings permit it. */
function notOurs(stderr: string): ProblemError {
  const [command = 'git config --global --add safe.directory .'] =
    /git config --global .*/.exec(stderr) ?? [];
  const title = 'Git does not read this repository, because it belongs to another user.';
  return refusal({ file: '.git', title, remedy: command });
}

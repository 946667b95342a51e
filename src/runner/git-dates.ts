import { execa } from 'execa';

/**
 * Date of the last commit of each file below a folder, as `2026-11-22`, by path relative to the project.
 * Empty in a shallow clone, where every file seems to be as old as the clone, and outside a repository.
 */
export async function lastChanges(root: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const git = (...words: string[]): Promise<string | undefined> => execa('git', words, { cwd: root, reject: false, stdin: 'ignore', env: { TZ: 'UTC', LC_ALL: 'C' } }).then(({ failed, stdout }) => (failed ? undefined : stdout));
  if ((await git('rev-parse', '--is-shallow-repository')) !== 'false') return new Map();
  // Quoting off and NUL between paths: a name may hold anything.
  const log = await git('log', '--format=%x00%cd', '--date=format-local:%Y-%m-%d', '--name-only', '--relative', '-z', '--', folder);
  const dates = new Map<string, string>();
  let date = '';
  for (const part of (log ?? '').split('\0').map((each) => each.trim())) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(part)) date = part;
    else if (part !== '' && !dates.has(part)) dates.set(part, date);
  }
  return dates;
}

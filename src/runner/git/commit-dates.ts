import { askGit, runGit } from './git.ts';

/** Days, `2026-11-22`, by path relative to the project. */
type Dates = ReadonlyMap<string, string>;

/** When files were changed last, and added. */
interface FileDates {
  readonly changed: Dates;
  /** Without files that were renamed: they were added under another name. */
  readonly added: Dates;
  /** Why there are no dates: both maps are empty. */
  readonly unknown?: string | undefined;
}

/**
 * Dates of the commits that changed each file below a folder last, and that added it. There are none at all
 * if git cannot know all of them: in a shallow clone, every file seems to be as old as the clone.
 */
export async function datesBelow(root: string, folder: string): Promise<FileDates> {
  const unknown = await whyNoDates(root);
  if (unknown !== undefined) return { changed: new Map(), added: new Map(), unknown };
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
  // A name may contain anything, so paths are unquoted and separated by NUL.
  const format = ['--format=%x00%cd', '--date=format-local:%Y-%m-%d', '--name-only', '--relative', '-z'];
  const log = await askGit(root, ['log', ...format, ...options, '--', folder]);
  const found: [string, string][] = [];
  let date = '';
  for (const part of (log ?? '').split('\0').map(each => each.trim())) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(part)) date = part;
    else if (part !== '') found.push([part, date]);
  }
  return found;
}

/** Why git knows no dates here, with what to do; undefined if it knows them. */
export async function whyNoDates(root: string): Promise<string | undefined> {
  const { failed, stdout, stderr, code } = await runGit(root, ['rev-parse', '--is-shallow-repository']);
  if (!failed && stdout.trim() === 'false') return undefined;
  if (!failed) return 'this clone is shallow (git fetch --unshallow)';
  if (code === 'ENOENT') return 'there is no git on PATH';
  if (stderr.includes('dubious ownership'))
    return 'the folder belongs to another user (git config --global --add safe.directory FOLDER)';
  return 'this is no git repository';
}

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { git, gitDetail } from './git.ts';

/** Names what of Verbatim is no part of other sites: a pathspec of git on each line. */
const LEFT_OUT = 'scripts/starter/left-out.txt';

/** The license of the machinery, in a site whose own license is `LICENSE`. */
const LICENSE = 'LICENSE.verbatim';

/** A version of the machinery: Verbatim without its own articles, examples and settings. */
export interface Machinery {
  /** Its files. */
  readonly folder: string;
  /** The commit of Verbatim. */
  readonly commit: string;
  readonly remove: () => Promise<void>;
}

/**
 * Reads the machinery from a commit of Verbatim. The commit itself names what is left out, so a later version
 * decides that for itself.
 * @param source a folder with a repository, or a URL
 * @param version a branch or tag; without it, what is checked out there
 * @throws ProblemError if there is none
 */
export async function readMachinery(source: string, version?: string): Promise<Machinery> {
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-machinery-'));
  const remove = (): Promise<void> => rm(temporary, { recursive: true, force: true });
  const clone = join(temporary, 'clone');
  const folder = join(temporary, 'files');
  // A repository on this machine is read where it is.
  const how = existsSync(source) ? ['--shared'] : ['--depth=1'];
  const which = version === undefined ? [] : [`--branch=${version}`];
  try {
    await mkdir(clone);
    await git(temporary, ['clone', '--quiet', '--no-checkout', ...how, ...which, '--', source, clone]);
    const commit = await git(clone, ['rev-parse', '--verify', 'HEAD^{commit}']);
    const list = join(temporary, 'left-out.txt');
    await writeFile(list, await git(clone, ['show', `HEAD:${LEFT_OUT}`]));
    await git(clone, ['read-tree', 'HEAD']);
    const unlisted = ['rm', '-r', '--cached', '--force', '--quiet', '--ignore-unmatch'];
    await git(clone, [...unlisted, `--pathspec-from-file=${list}`]);
    await git(clone, ['checkout-index', '--all', `--prefix=${folder}/`]);
    // In a site that was made from Verbatim, LICENSE is that of its articles.
    const own = join(folder, 'LICENSE');
    if (existsSync(join(folder, LICENSE))) await rm(own, { force: true });
    else await rename(own, join(folder, LICENSE));
    return { folder, commit, remove };
  } catch (error) {
    await remove();
    throw refusal({
      file: source,
      title: 'No version of Verbatim can be read from here.',
      detail: gitDetail(error),
      remedy:
        'It is read from a commit. In a folder without a repository: ' +
        "git init && git add --all && git commit --message 'Verbatim'",
    });
  }
}

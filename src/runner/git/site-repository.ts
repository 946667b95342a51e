import { realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { git, gitDetail } from './git.ts';
import { readMachinery } from './machinery.ts';

/** The remote repository that `npm run upgrade` reads. It is known in one clone, not committed. */
const REMOTE = 'verbatim';
/**
 * Marks the commits that hold the machinery alone: its version and the commit's own tree. A commit that joins
 * others (a squashed branch) may repeat the mark, but has another tree.
 */
const TRAILER = 'Verbatim-Machinery:';
const AUTHOR = { NAME: 'Verbatim', EMAIL: 'verbatim@localhost.invalid' } as const;

/** Makes a folder with the machinery a repository: one commit, to which later versions are joined. */
export async function startRepository(root: string, version: string, source: string): Promise<void> {
  await git(root, ['init', '--quiet', '--initial-branch=main']);
  await git(root, ['remote', 'add', REMOTE, source]);
  await moveHead(root, await commitFolder(root, root, tree => messageOf(version, tree), []));
}

/** Commits all that is in a folder, on top of what `startRepository` committed. */
export async function commitStart(root: string, message: string): Promise<void> {
  await moveHead(
    root,
    await commitFolder(root, root, () => message, [await git(root, ['rev-parse', 'HEAD'])]),
  );
}

const messageOf = (version: string, tree: string): string =>
  `Verbatim ${version.slice(0, 12)}\n\n${TRAILER} ${version} ${tree}\n`;

async function moveHead(root: string, commit: string): Promise<void> {
  await git(root, ['update-ref', 'HEAD', commit]);
  await git(root, ['read-tree', 'HEAD']);
}

/**
 * Commits the files of a folder to the repository of `root`, without touching its branches, its index or its
 * files. No hook runs, nothing is signed, and nobody's name is needed.
 */
async function commitFolder(
  root: string,
  folder: string,
  message: (tree: string) => string,
  parents: readonly string[],
): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-index-'));
  const people = ['AUTHOR', 'COMMITTER'].flatMap(role =>
    Object.entries(AUTHOR).map(([key, value]) => [`GIT_${role}_${key}`, value]),
  );
  const variables = {
    ...Object.fromEntries(people),
    GIT_DIR: await git(root, ['rev-parse', '--absolute-git-dir']),
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: join(temporary, 'index'),
  };
  try {
    // Also what the user's own list of ignored files names.
    await git(folder, ['add', '--all', '--force', '.'], variables);
    const tree = await git(folder, ['write-tree'], variables);
    const above = parents.flatMap(parent => ['-p', parent]);
    return await git(folder, ['commit-tree', tree, ...above, '-m', message(tree)], variables);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** What became of an upgrade. `conflicts` are paths that both sides changed. */
export type Upgrade =
  | { readonly kind: 'nothing new' | 'merged'; readonly version: string }
  | { readonly kind: 'conflicts'; readonly version: string; readonly conflicts: readonly string[] };

/**
 * Takes a later version of the machinery into a site: commits it on top of the one that the site has, and
 * merges that commit. What the site changed stays.
 * @param source a folder with a repository, or a URL; without it, the remote `verbatim`
 * @throws ProblemError if the project is not such a site, or has changes that are not committed
 */
export async function upgradeSite(root: string, source?: string, version?: string): Promise<Upgrade> {
  const base = await lastMachinery(root);
  const changed = await git(root, ['status', '--porcelain', '--untracked-files=no']);
  if (changed !== '')
    throw refuseUpgrade('There are changes that are not committed.', "git commit --all --message 'Save'");
  await needIdentity(root);
  const machinery = await readMachinery(source ?? (await remote(root)), version);
  try {
    const message = (tree: string): string => messageOf(machinery.commit, tree);
    const commit = await commitFolder(root, machinery.folder, message, [base]);
    const treeOf = (name: string): Promise<string> => git(root, ['rev-parse', `${name}^{tree}`]);
    if ((await treeOf(commit)) === (await treeOf(base)))
      return { kind: 'nothing new', version: machinery.commit };
    return await merge(root, commit, machinery.commit);
  } finally {
    await machinery.remove();
  }
}

async function merge(root: string, commit: string, version: string): Promise<Upgrade> {
  try {
    const message = `Take in Verbatim ${version.slice(0, 12)}`;
    await git(root, ['merge', '--quiet', '--no-ff', '--no-edit', '-m', message, commit]);
    return { kind: 'merged', version };
  } catch (error) {
    const unmerged = await git(root, ['diff', '--name-only', '--diff-filter=U', '-z']);
    const conflicts = unmerged.split('\0').filter(Boolean);
    if (conflicts.length > 0) return { kind: 'conflicts', version, conflicts };
    throw refuseUpgrade('It cannot be merged.', 'git merge --abort', gitDetail(error));
  }
}

/** The last commit that holds the machinery alone. */
async function lastMachinery(root: string): Promise<string> {
  const ask = (...words: string[]): Promise<string> => git(root, words).catch(() => '');
  const top = await ask('rev-parse', '--show-toplevel');
  // `%x00` ends each: hash, tree and message of a commit.
  const log = await ask('log', '--format=%H %T %B%x00', `--grep=^${TRAILER} `);
  const base = log.split('\0').flatMap(text => {
    const [commit = '', tree = ''] = text.trim().split(' ');
    return new RegExp(`^${TRAILER} [0-9a-f]+ ${tree}$`, 'm').test(text) && tree !== '' ? [commit] : [];
  })[0];
  if (base !== undefined && top === realpathSync(root)) return base;
  if ((await ask('rev-parse', '--is-shallow-repository')) === 'true')
    throw refuseUpgrade('A shallow clone does not know what it was made from.', 'git fetch --unshallow');
  throw refuseUpgrade(
    'This project was not made by "npm run new -- --site", so nothing can be taken in.',
    'In a clone of Verbatim itself: git pull',
  );
}

async function remote(root: string): Promise<string> {
  return git(root, ['remote', 'get-url', REMOTE]).catch(() => {
    throw refuseUpgrade(
      'This clone does not know where Verbatim is.',
      `Name its repository once: git remote add ${REMOTE} https://example.org/verbatim.git`,
    );
  });
}

async function needIdentity(root: string): Promise<void> {
  await git(root, ['var', 'GIT_COMMITTER_IDENT']).catch(() => {
    throw refuseUpgrade(
      'Git does not know your name, which the merge carries.',
      "git config user.name 'Your Name' && git config user.email you@example.org",
    );
  });
}

const refuseUpgrade = (title: string, remedy: string, detail?: string): Error =>
  refusal({ file: 'repository', title, detail, remedy });

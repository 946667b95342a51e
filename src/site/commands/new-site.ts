import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { refusal } from '../../core/problems/problem.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { titleFault } from '../../core/settings/settings-problems.ts';
import { INVISIBLE } from '../../core/text/invisible.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import { unfitCharacter } from '../../core/unfit-folder.ts';
import { prose } from '../../report/markdown-text.ts';
import { isOwnerDead, OWNER } from '../../runner/files/process-tag.ts';
import { readMachinery } from '../../runner/git/machinery.ts';
import { commitStart, startRepository } from '../../runner/git/site-repository.ts';
import { undrawable } from '../social-cards/card-font.ts';
import { starterSettings } from './starter-settings.ts';

const NEW = 'npm run new -- --site';
/** What a new site begins with, in the machinery. */
const STARTER = 'scripts/starter';
/** Folder in which a site is made, beside its target, until it is complete. */
const UNFINISHED = '.verbatim-new-';

/**
 * Makes a site of its own: the machinery of this project at its last commit, one track, one article and one
 * example, in a git repository. The target is complete, or it is as it was before.
 * @param target relative to the project
 * @param today the date of its article: `2026-11-22`
 * @returns the target's absolute path
 * @throws ProblemError if the title or the target cannot be used
 */
export async function newSite(root: string, target: string, title: string, today: string): Promise<string> {
  const name = title.trim();
  const fault = titleFault(name);
  if (fault !== undefined) {
    const remedy = `${NEW} ${shellQuote(target)} --title 'My docs'`;
    throw refusal({ file: '--title', title: fault, remedy });
  }
  const folder = await checkedTarget(root, target);
  const parent = dirname(folder);
  for (const entry of await readdir(parent))
    if (entry.startsWith(UNFINISHED) && isOwnerDead(entry))
      await rm(join(parent, entry), { recursive: true });
  const unfinished = join(parent, `${UNFINISHED}${OWNER}`);
  const machinery = await readMachinery(root);
  try {
    await withFileProblem(target, () => cp(machinery.folder, unfinished, { recursive: true }));
    await startRepository(unfinished, machinery.commit, root);
    await writeStart(unfinished, name, today);
    await commitStart(unfinished, 'Start the site');
    // An empty folder is replaced; if it was filled meanwhile, this fails and changes nothing.
    await withFileProblem(target, () => rename(unfinished, folder));
  } finally {
    await machinery.remove();
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Writes what is the site's own. */
async function writeStart(folder: string, title: string, today: string): Promise<void> {
  const starter = join(folder, STARTER);
  for (const part of [CONTENT, EXAMPLES])
    await cp(join(starter, part), join(folder, part), { recursive: true });
  const article = join(folder, CONTENT, 'guide/first-page.mdx');
  await writeFile(article, (await readFile(article, 'utf8')).replace(/^updated: .*$/m, `updated: ${today}`));
  await writeFile(join(folder, 'src/site.config.ts'), starterSettings(title, undrawable(title).length === 0));
  const readme = await readFile(join(starter, 'README.md'), 'utf8');
  await writeFile(join(folder, 'README.md'), `# ${prose(title)}\n\n${readme}`);
}

/** The absolute path of a target that can be used. @throws ProblemError if it cannot */
async function checkedTarget(root: string, target: string): Promise<string> {
  const refuse = (title: string, remedy: string): never => {
    throw refusal({ file: target, title, remedy });
  };
  const bad = unfitCharacter(resolve(root, target)) ?? target.match(INVISIBLE)?.[0];
  if (bad !== undefined) {
    const better = `../${basename(target).replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
    refuse(
      `A site cannot be built in a folder whose path holds ${JSON.stringify(bad)}.`,
      `${NEW} ${shellQuote(better)}`,
    );
  }
  const wanted = resolve(root, target);
  if (!existsSync(dirname(wanted)))
    refuse('The folder above it does not exist.', `mkdir -p ${shellQuote(dirname(target))}`);
  const parent = realpathSync(dirname(wanted));
  const folder = join(parent, basename(wanted));
  const isInside = (outer: string, inner: string): boolean => `${inner}/`.startsWith(`${outer}/`);
  if (isInside(realpathSync(root), folder))
    refuse('A site cannot be made inside of this project.', `${NEW} ${shellQuote(`../${basename(folder)}`)}`);
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  const free = `Name another folder: ${NEW} ${shellQuote(`${target.replace(/\/+$/, '')}-2`)}`;
  if (entry !== undefined && !entry.isDirectory()) refuse('A file or a link is there.', free);
  if (entry !== undefined && (await withFileProblem(target, () => readdir(folder))).length > 0)
    refuse('The folder exists, and is not empty.', free);
  // Now, before anything else is done: whether files can be made beside it.
  const probe = join(parent, `${UNFINISHED}${OWNER}`);
  await withFileProblem(relative(root, parent) || '.', () => mkdir(probe));
  await rm(probe, { recursive: true });
  return folder;
}

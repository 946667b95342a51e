import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOwnerDead, OWNER } from './process-tag.ts';
import { unlessAbsent } from './if-exists.ts';
import { type Staged, stage, sweepUnfinished, writeWhole } from './atomic-write.ts';

/** Files that change together, by path relative to the project: their new content, or undefined where the file goes. */
export type Changes = ReadonlyMap<string, string | undefined>;

/** What a journal says of one file: the digest of what it was (null where there was none), and what it becomes. */
interface Step {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How long to wait for somebody who changes the same files at this moment; it takes them milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Changes several files so that they are all old or all new. First everything is on the disk, then in a journal, then come
 * steps that need no room: where the disk is full, nothing changes. Who is killed between two steps leaves the journal,
 * from which `settle` goes on. `name` is what the files are together, the same for all who change them.
 */
export function changeTogether(root: string, name: string, changes: Changes): void {
  const folder = join(root, '.verbatim', 'changes');
  const journal = join(folder, `${keyOf(root, name)}.${OWNER}.json`);
  const steps = [...changes].map(([path, after]): Step => ({
    path,
    before: digestOf(join(root, path)),
    after: after ?? null,
  }));
  const staged: Staged[] = [];
  try {
    for (const { path, after } of steps)
      staged.push(after === null ? removal(join(root, path)) : stage(join(root, path), after));
    mkdirSync(folder, { recursive: true });
    writeWhole(journal, JSON.stringify(steps));
  } catch (error) {
    for (const { discard } of staged) discard();
    throw error;
  }
  for (const { commit } of staged) commit();
  rmSync(journal, { force: true });
}

/**
 * Ends what was interrupted: files of which some are new and some are old become new; where none is new yet, they stay old.
 * Waits for who is changing them now. @returns whether there was anything to end or to wait for
 */
export async function settle(root: string, name: string): Promise<boolean> {
  const folder = join(root, '.verbatim', 'changes');
  // Nearly always: thousands of recordings are asked for in a check.
  if (!existsSync(folder) || list(folder).length === 0) return false;
  sweepUnfinished(folder);
  for (let waited = 0; ; waited += 20) {
    const journals = list(folder).filter(
      each => each.startsWith(`${keyOf(root, name)}.`) && each.endsWith('.json'),
    );
    const dead = journals.find(each => isOwnerDead(each));
    if (dead !== undefined) finish(root, folder, dead, name);
    else if (journals.length === 0 || waited > PATIENCE_MS) return waited > 0;
    else await sleep(20);
  }
}

/** Whoever renames the journal to their own name goes on from it; others wait for them. */
function finish(root: string, folder: string, journal: string, name: string): void {
  const own = join(folder, `${keyOf(root, name)}.${OWNER}.json`);
  try {
    renameSync(join(folder, journal), own);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const steps = (JSON.parse(readFileSync(own, 'utf8')) as readonly Step[]).map(step => {
    const now = digestOf(join(root, step.path));
    return {
      ...step,
      isOld: now === step.before,
      isNew: now === (step.after === null ? null : digest(step.after)),
    };
  });
  // A file that is neither was changed by somebody else since: then it is theirs.
  const interrupted = steps.every(({ isOld, isNew }) => isOld || isNew) && steps.some(({ isOld }) => !isOld);
  if (interrupted)
    for (const { path, after, isNew } of steps)
      if (!isNew)
        (after === null ? removal(join(root, path)).commit : () => writeWhole(join(root, path), after))();
  rmSync(own, { force: true });
}

function removal(path: string): Staged {
  return { commit: () => rmSync(path, { force: true }), discard: () => undefined };
}

function keyOf(root: string, name: string): string {
  return digest(join(root, name)).slice(0, 16);
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function digestOf(path: string): string | null {
  return unlessAbsent(() => digest(readFileSync(path))) ?? null;
}

function list(folder: string): readonly string[] {
  return unlessAbsent(() => readdirSync(folder)) ?? [];
}

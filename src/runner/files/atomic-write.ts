import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isOwnerDead, OWNER, OWNER_PATTERN } from './process-tag.ts';

/** What stands beside a file while it is written: `.greeting.out.pid4711.ns4026531836.9f2c01ab.tmp`. */
const UNFINISHED = new RegExp(`^\\..+\\.${OWNER_PATTERN.source}\\.[0-9a-f]{8}\\.tmp$`);

/** Whether a path is that of a file that is being written, or whose writer was killed. */
export const isUnfinished = (path: string): boolean => UNFINISHED.test(basename(path));

/** New content of a file, on the disk and not yet in its place. */
export interface Staged {
  /** Puts it in its place, in one step that needs no room on the disk. */
  readonly commit: () => void;
  readonly discard: () => void;
}

/** Writes the content beside its place. Where that fails, because the disk is full, nothing is left of it. */
export function stage(path: string, content: string): Staged {
  const unfinished = join(dirname(path), `.${basename(path)}.${OWNER}.${randomBytes(4).toString('hex')}.tmp`);
  const discard = (): void => rmSync(unfinished, { force: true });
  try {
    const file = openSync(unfinished, 'wx');
    try {
      writeFileSync(file, content);
      // Without it, a crash of the machine may keep the new name and lose what it names.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    discard();
    throw error;
  }
  return { commit: () => renameSync(unfinished, path), discard };
}

/**
 * Writes a file whole or not at all, also when killed half-way or when the disk is full: then the old one stays.
 * Synchronous, because some who call it are; what is written is small.
 */
export function writeWhole(path: string, content: string): void {
  const { commit, discard } = stage(path, content);
  try {
    commit();
  } catch (error) {
    discard();
    throw error;
  }
}

/** Removes what killed writers left in a folder. What somebody is writing now stays. */
export function sweepUnfinished(folder: string): void {
  for (const name of readdirSync(folder))
    if (isUnfinished(name) && isOwnerDead(name)) rmSync(join(folder, name), { force: true });
}

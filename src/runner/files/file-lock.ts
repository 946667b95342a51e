import { lstatSync, readlinkSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ifExists } from './files-below.ts';
import { isOwnerDead, OWNER } from './process-tag.ts';

/** A lock is held for milliseconds. An older one was left by a process that nobody here can ask about. */
const MAX_LOCK_AGE_MS = 10_000;
const RETRY_MS = 10;

/** Runs `work` while nobody else holds the lock, which is a symbolic link that names its owner. */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  while (!(await isTaken(lock))) await sleep(RETRY_MS);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function isTaken(lock: string): Promise<boolean> {
  try {
    // Created with its owner in it, in one step that needs no room on the disk.
    await symlink(OWNER, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const isStale = ifExists(
    () => isOwnerDead(readlinkSync(lock)) || Date.now() - lstatSync(lock).mtimeMs > MAX_LOCK_AGE_MS,
  );
  if (isStale === true) await rm(lock, { force: true });
  return false;
}

import { lstatSync, readlinkSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ifExists } from './files-below.ts';

/**
 * The namespace in which process ids are valid; a container that shares this disk has another. `0` if the
 * system does not say.
 */
const NAMESPACE = ((): string => {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
})();

/**
 * Part of the name of each temporary file, so that the next process can see whether its owner still runs:
 * `pid4711.ns4026531836`.
 */
export const OWNER = `pid${process.pid}.ns${NAMESPACE}`;

/** Matches an owner in a name. */
const OWNER_PATTERN = /pid(?<pid>\d+)\.ns(?<namespace>\d+)/;

/** Whether the owner in a name has ended. False if the name has none, or one of another namespace. */
export function isOwnerDead(name: string): boolean {
  const { pid, namespace } = OWNER_PATTERN.exec(name)?.groups ?? {};
  if (pid === undefined || namespace !== NAMESPACE) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    // EPERM means that it runs and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

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
    () =>
      !lstatSync(lock).isSymbolicLink() ||
      isOwnerDead(readlinkSync(lock)) ||
      Date.now() - lstatSync(lock).mtimeMs > MAX_LOCK_AGE_MS,
  );
  if (isStale === true) await rm(lock, { recursive: true, force: true });
  return false;
}

import { readlinkSync } from 'node:fs';

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

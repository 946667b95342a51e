import { readlinkSync } from 'node:fs';

/** Processes are known by number inside one namespace only: a container that shares our disk has others. `0` where the system does not tell. */
const NAMESPACE = ((): string => {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
})();

/** Goes into the name of what this process makes for a while, so that the next can see whether it was left behind: `pid4711.ns4026531836`. */
export const OWNER = `pid${process.pid}.ns${NAMESPACE}`;

/** In a name: an owner. */
export const OWNER_PATTERN = /pid(?<pid>\d+)\.ns(?<namespace>\d+)/;

/** Whether the process that a name tells of has ended. Not so where that cannot be known. */
export function isOwnerDead(name: string): boolean {
  const { pid, namespace } = OWNER_PATTERN.exec(name)?.groups ?? {};
  if (pid === undefined || namespace !== NAMESPACE) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

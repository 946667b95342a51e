import { homedir, hostname, userInfo } from 'node:os';
import type { Surroundings } from '../../core/verdict/surroundings/surroundings.ts';

/** Does something, and reports when and where it was done. */
export async function withSurroundings<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly surroundings: Surroundings }> {
  const from = new Date();
  const value = await work();
  return {
    value,
    surroundings: { from, to: new Date(), user: userName(), host: hostname(), home: homedir() },
  };
}

/** The name of the user; empty if the machine has none for this number, as in some containers. */
function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'uv_os_get_passwd') throw error;
    return '';
  }
}

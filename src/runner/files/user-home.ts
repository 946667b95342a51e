import { type UserInfo, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';

/**
 * The home folder of this user, by HOME or by the list of users. A path that is not absolute is ignored: it
 * would lead into the checkout, where anybody's branch can put files. Undefined if the machine names none, as
 * in some containers.
 */
export function userHome({ HOME = '' }: NodeJS.ProcessEnv = process.env): string | undefined {
  if (isAbsolute(HOME)) return HOME;
  const home = userEntry()?.homedir ?? '';
  return isAbsolute(home) ? home : undefined;
}

/** What the list of users says of this one; undefined if it is not in it. */
export function userEntry(): UserInfo<string> | undefined {
  try {
    return userInfo();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'uv_os_get_passwd') throw error;
    return undefined;
  }
}

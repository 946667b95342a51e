import { existsSync } from 'node:fs';
import { fingerprint } from '../../core/text/hash.ts';
import { fileIdentity } from '../files/file-stamp.ts';
import { readProc } from '../process/procfs.ts';

/** Where bubblewrap may be. */
export const BUBBLEWRAP = ['/usr/bin/bwrap', '/usr/local/bin/bwrap', '/bin/bwrap'] as const;

/** What forbids namespaces to who is no administrator, and the profile that this process is under. */
const SETTINGS = [
  '/proc/sys/kernel/osrelease',
  '/proc/sys/kernel/unprivileged_userns_clone',
  '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
  '/proc/sys/user/max_user_namespaces',
  '/proc/self/attr/current',
] as const;
/** Of this process: who it is, and what it may. */
const OWN = /^(?:Uid|Gid|CapEff|CapBnd|NoNewPrivs|Seccomp):.*$/gm;

/** Digest of what decides whether runs can be sandboxed: bubblewrap itself, and what the system and this process are set to. */
export function sandboxIdentity(places: readonly string[] = BUBBLEWRAP): string {
  const own = (readProc('/proc/self/status') ?? '').match(OWN) ?? [];
  return fingerprint([
    ...places.map(place => (existsSync(place) ? fileIdentity(place) : '')),
    ...SETTINGS.map(path => readProc(path) ?? ''),
    ...own,
  ]);
}

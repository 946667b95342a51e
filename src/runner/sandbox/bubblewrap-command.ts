import { dirname } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/verdict/run.ts';
import { LIMITS, type RunPlaces, TELL_FD } from '../python/python-environment.ts';
import { GRACE_MS } from '../execution/watchdog.ts';
import { LEFT } from '../execution/harness-channel.ts';
import { systemMounts } from './sandbox-mounts.ts';

/** Where a sandboxed run lives: a file system in memory that goes with it, so the place can be the same each time, wherever the project lies. */
export const SANDBOX_FOLDERS: RunPlaces = {
  root: '/tmp/verbatim',
  work: '/tmp/verbatim/work',
  home: '/tmp/verbatim/home',
  temporary: '/tmp/verbatim/tmp',
};

/** The interpreter's empty environment with the harness, as a sandboxed run sees it. */
const ENVIRONMENT = '/tmp/verbatim/python';

/** The `python` of that environment. */
export const SANDBOX_PYTHON = `${ENVIRONMENT}/bin/python`;

/**
 * bubblewrap ends everything with its program. Helpers of a program that has ended may take a while to notice, and what they
 * print belongs to the run: so a shell waits for them, and tells when it has waited in vain. It says nothing itself, and the
 * program sees neither its descriptors nor the PWD that bubblewrap sets. It sets the limits too, where they are not lower
 * already: that saves the interpreter a module. Alone in the sandbox are bubblewrap's init and this shell.
 */
const WAIT_FOR_ALL = `
unset PWD VERBATIM_LIMITS
exec 9>&2; exec 2>/dev/null
ulimit -v ${LIMITS.addressSpace / 1024}; ulimit -f ${LIMITS.fileSize / 512}; ulimit -c 0
(exec 2>&9 9>&-; exec "$@")
code=$?
exec 9>&-
left=${GRACE_MS / 20}
while set -- /proc/[0-9]*; [ $# -gt 2 ]; do
  [ $left -eq 0 ] && { echo ${LEFT} >&${TELL_FD}; break; }
  left=$((left - 1)); sleep 0.02
done
exit $code
`;

/** Bytes that a run may write in all, beside what it may keep in memory. */
const DISK_BYTES = String(64 * 1024 * 1024);

/** A command in a sandbox: words before the program's own, and what each file descriptor from `firstFd` on has to give. */
export interface SandboxCommand {
  readonly words: readonly string[];
  readonly inputs: readonly Uint8Array[];
}

/**
 * Words of bubblewrap that put a program into a world of its own: no network, no process but its own, no file but the system's,
 * the interpreter's and the example's, nothing writable but memory of bounded size; and all of it gone when the program ends.
 */
export async function sandboxCommand(
  example: Example,
  interpreter: Interpreter,
  python: string,
  firstFd: number,
): Promise<SandboxCommand> {
  const { work, home, temporary } = SANDBOX_FOLDERS;
  const files = [...example.files];
  const words = [
    '--unshare-all',
    ...(example.contract.network ? ['--share-net'] : []),
    '--die-with-parent',
    '--cap-drop',
    'ALL',
    '--hostname',
    'localhost',
    // First, since the project may lie in one of them.
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    '--size',
    DISK_BYTES,
    '--tmpfs',
    '/dev/shm',
    '--size',
    DISK_BYTES,
    '--tmpfs',
    '/tmp',
    ...(await systemMounts(interpreter, python, example.contract.network)),
    '--ro-bind',
    dirname(dirname(python)),
    ENVIRONMENT,
    '--dir',
    home,
    '--dir',
    temporary,
    '--dir',
    work,
    ...files.flatMap(([path], index) => ['--file', String(firstFd + index), `${work}/${path}`]),
    '--remount-ro',
    '/dev',
    '--remount-ro',
    '/',
    '--chdir',
    work,
    '--',
    '/bin/sh',
    '-c',
    WAIT_FOR_ALL,
    'sh',
  ];
  return { words, inputs: files.map(([, bytes]) => bytes) };
}

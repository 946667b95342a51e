import { dirname } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import {
  HARNESS_FD,
  LIMITS,
  PROCESSES_LEFT,
  PROGRAM_ENDED,
  type RunFolders,
} from '../python/run-environment.ts';
import { GRACE_MS } from '../process/process-group.ts';
import { systemMounts } from './sandbox-mounts.ts';

/**
 * Where a sandboxed run lives: in a file system in memory that is removed with it. So the paths can be the
 * same in each run, wherever the project is.
 */
const FOLDERS: RunFolders = {
  root: '/tmp/verbatim',
  work: '/tmp/verbatim/work',
  home: '/tmp/verbatim/home',
  temporary: '/tmp/verbatim/tmp',
};

/** Where a sandboxed run sees the interpreter's empty environment, with the harness. */
const ENVIRONMENT = '/tmp/verbatim/python';

/**
 * Shell script around the program. bubblewrap kills all that is left when its program ends. But helpers of
 * the program may need a moment to end, and what they print belongs to the run: so the shell waits for them,
 * and reports if it waited in vain. It prints nothing itself. It hides from the program its own descriptors
 * and the PWD that bubblewrap sets. It sets the limits, which saves the harness an import. Two processes are
 * not the program's: bubblewrap's init and this shell.
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
  [ $left -eq 0 ] && { echo ${PROCESSES_LEFT} >&${HARNESS_FD}; break; }
  left=$((left - 1)); sleep 0.02
done
echo ${PROGRAM_ENDED} >&${HARNESS_FD}
exit $code
`;

/** Bytes that a run may write to its folders, and as many to /dev/shm. */
const DISK_BYTES = String(64 * 1024 * 1024);

/** What starts the program of one run. */
export interface RunSetup {
  /** As the run sees them. */
  readonly folders: RunFolders;
  /** The `python` of the interpreter's empty environment, as the run sees it. */
  readonly python: string;
  /** The command and its arguments before the program's own; none: the program itself is the command. */
  readonly wrapper: readonly string[];
  /** The bytes that it reads from each file descriptor after `HARNESS_FD`. */
  readonly inputs: readonly Uint8Array[];
  /** The program is so many generations below the process of the command; each before it has one child. */
  readonly depth: number;
}

/**
 * The sandbox of a run: no network, no processes but its own, no files but those of the system, the
 * interpreter and the example, nothing writable but memory of bounded size. When the program ends, all of it
 * is removed.
 */
export async function sandboxedSetup(
  { files, contract: { network } }: Example,
  interpreter: Interpreter,
  python: string,
  bubblewrap: string,
): Promise<RunSetup> {
  const { work, home, temporary } = FOLDERS;
  const wrapper = [
    bubblewrap,
    ...['--unshare-all', ...(network ? ['--share-net'] : []), '--die-with-parent', '--cap-drop', 'ALL'],
    ...['--hostname', 'localhost'],
    // Before the mounts of the interpreter: it may be in one of these folders.
    ...['--proc', '/proc', '--dev', '/dev'],
    ...['--size', DISK_BYTES, '--tmpfs', '/dev/shm', '--size', DISK_BYTES, '--tmpfs', '/tmp'],
    ...(await systemMounts(interpreter, python, network)),
    ...['--ro-bind', dirname(dirname(python)), ENVIRONMENT],
    ...[home, temporary, work].flatMap(folder => ['--dir', folder]),
    ...[...files.keys()].flatMap((path, index) => ['--file', `${HARNESS_FD + 1 + index}`, `${work}/${path}`]),
    ...['--remount-ro', '/dev', '--remount-ro', '/', '--chdir', work],
    ...['--', '/bin/sh', '-c', WAIT_FOR_ALL, 'sh'],
  ];
  // bubblewrap, its init, the shell, the program.
  return {
    folders: FOLDERS,
    python: `${ENVIRONMENT}/bin/python`,
    wrapper,
    inputs: [...files.values()],
    depth: 3,
  };
}

import { RUN_LIMITS } from '../../core/contract/run-limits.ts';
import type { Example } from '../../core/example/example.ts';
import { GRACE_MS } from '../process/process-group.ts';
import { sendFiles, SENT_BYTES } from '../artifacts/sent-files.ts';
import { FILES_FD, PROCESS_LEFT, PROGRAM_ENDED, SHELL_FD } from '../process/shell-report.ts';
import { type Installation, installationNames } from '../python/installation.ts';
import { PLACE } from '../../core/surroundings/place.ts';
import type { Renaming } from '../python/rename-paths.ts';
import { harnessFolder } from '../python/python-environment.ts';
import { LIMITS, type RunFolders } from '../python/run-environment.ts';
import { isolation, type Sandbox } from './sandbox.ts';
import { interpreterMounts, systemMounts } from './sandbox-mounts.ts';
import { seccompFilter } from './seccomp-filter.ts';
import { SYSTEM_FILES } from './system-files.ts';

/**
 * Shell script around the program. bubblewrap kills all that is left when its program ends. But helpers of
 * the program may need a moment to end, and what they print belongs to the run: so the shell waits for them,
 * and reports those for which it waited in vain. It prints nothing itself. It hides from the program its own
 * descriptors and the PWD that bubblewrap sets. It sets the limits, which saves the harness an import. Two
 * processes are not the program's: bubblewrap's init and this shell. When they alone are left, it sends the
 * files that the contract names.
 */
const waitForAll = (files: readonly string[]): string => `
unset PWD VERBATIM_LIMITS
exec 9>&2; exec 2>/dev/null
ulimit -v ${LIMITS.addressSpace / 1024}; ulimit -f ${LIMITS.fileSize / 512}; ulimit -c 0
ulimit -n ${LIMITS.openFiles}
(exec 2>&9 9>&- ${SHELL_FD}>&-${files.length > 0 ? ` ${FILES_FD}>&-` : ''}; exec "$@")
code=$?
exec 9>&-
left=${GRACE_MS / 20}
while set -- /proc/[0-9]*; [ $# -gt 2 ]; do
  if [ $left -eq 0 ]; then
    for folder; do
      case $folder in /proc/1 | /proc/$$) continue ;; esac
      command=$(tr '[:cntrl:]' ' ' <$folder/cmdline | head -c 1000)
      printf '%s\\n' "${PROCESS_LEFT} $command" >&${SHELL_FD}
    done
    echo ${PROGRAM_ENDED} >&${SHELL_FD}
    exit $code
  fi
  left=$((left - 1)); sleep 0.02
done
${files.length > 0 ? sendFiles(files) : ''}
echo ${PROGRAM_ENDED} >&${SHELL_FD}
exit $code
`;

/** Bytes that a run may write to each place. bubblewrap cannot show one file system in several places. */
const DISK_BYTES = { '/home': 40 * 2 ** 20, '/tmp': 12 * 2 ** 20, '/dev/shm': 12 * 2 ** 20 };

/** The Python of a run. */
export interface RunPython {
  /** `python` of the interpreter's empty environment, which has the harness beside it. */
  readonly python: string;
  /** The folder of the packages that the example declares; absent if it declares none. */
  readonly packages?: string | undefined;
}

/** What starts the program of one run. */
export interface RunSetup {
  /** As the run sees them. */
  readonly folders: RunFolders;
  /** The `python` to start, as the run sees it. */
  readonly python: string;
  /** The command and its arguments before the program's own; none: the program itself is the command. */
  readonly wrapper: readonly string[];
  /** The environment of the command. */
  readonly env: Readonly<Record<string, string>>;
  /** Bytes that it may write to each descriptor from 1 on. */
  readonly outputLimits: readonly number[];
  /** The bytes that it reads from each descriptor after those. */
  readonly inputs: readonly Uint8Array[];
  /** The program is so many generations below the process of the command; each before it has one child. */
  readonly depth: number;
  /** How paths in its outputs are called. */
  readonly renamings: readonly Renaming[];
}

/** What may be written to so many descriptors, each an output of the same size. */
export const outputs = (count: number): readonly number[] =>
  Array<number>(count).fill(RUN_LIMITS.outputBytes);

/** Where a sandboxed run lives: in a file system in memory that is removed with it. */
export const SANDBOX_FOLDERS: RunFolders = {
  root: '/home',
  work: PLACE.work,
  home: PLACE.home,
  temporary: PLACE.temporary,
  harness: PLACE.harness,
};

/**
 * The sandbox of a run: no network, no processes but its own, no files but those of the system, the
 * interpreter and the example, nothing writable but memory of bounded size. When the program ends, all of it
 * is removed. bubblewrap itself gets nothing of the sample: its environment is empty, and it reads the
 * sample's from a descriptor.
 * @param env the environment of the run
 */
export function sandboxedSetup(
  { files, contract: { network, artifacts } }: Example,
  installation: Installation,
  { python: environment, packages }: RunPython,
  env: Readonly<Record<string, string>>,
  sandbox: Sandbox & { readonly kind: 'sandboxed' },
): RunSetup {
  const harness = harnessFolder(environment);
  const sent = Object.keys(artifacts);
  const outputLimits = [...outputs(SHELL_FD), ...(sent.length > 0 ? [SENT_BYTES] : [])];
  const inputs: Uint8Array[] = [];
  const input = (bytes: Uint8Array | string): string =>
    String(outputLimits.length + inputs.push(Buffer.from(bytes)));
  // The first input: it is written when all others have their number.
  const argsFd = input('');
  const filter = seccompFilter();
  const args = [
    ...isolation(sandbox),
    ...(network ? ['--share-net'] : []),
    ...(filter === undefined ? [] : ['--seccomp', input(filter)]),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...Object.entries(DISK_BYTES).flatMap(([path, bytes]) => ['--size', String(bytes), '--tmpfs', path]),
    ...systemMounts(network, harness),
    ...interpreterMounts(installation, harness),
    ...(packages === undefined ? [] : ['--ro-bind', packages, PLACE.packages]),
    ...[PLACE.home, PLACE.work].flatMap(folder => ['--dir', folder]),
    ...[...SYSTEM_FILES].flatMap(([path, text]) => ['--perms', '0644', '--file', input(text), path]),
    ...[...files].flatMap(([path, bytes]) => [
      '--perms',
      '0644',
      '--file',
      input(bytes),
      `${PLACE.work}/${path}`,
    ]),
    // Files of /proc/sys can be written by root even without a capability.
    ...['/proc', '/dev', '/'].flatMap(path => ['--remount-ro', path]),
    ...['--chdir', PLACE.work, '--clearenv'],
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
  ];
  inputs[0] = Buffer.from(args.map(arg => `${arg}\0`).join(''));
  return {
    folders: SANDBOX_FOLDERS,
    python: `${PLACE.python}/bin/${installation.name}`,
    wrapper: [sandbox.bubblewrap, '--args', argsFd, '--', '/bin/sh', '-c', waitForAll(sent), 'sh'],
    env: {},
    outputLimits,
    inputs,
    // bubblewrap, its init, the shell, the program.
    depth: 3,
    renamings: installationNames(installation),
  };
}

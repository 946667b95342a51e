import type { Contract } from '../../core/contract/contract-schema.ts';
import { PLACE } from './place.ts';

/** What a run may vary without changing its meaning. */
export interface Conditions {
  readonly hashSeed?: number | undefined;
  /** Seconds, for `sys.setswitchinterval`. */
  readonly switchInterval?: number | undefined;
  /** Cores that it may use; absent: all. */
  readonly cores?: readonly number[] | undefined;
}

/** Folders that one run lives in. */
export interface RunFolders {
  /** Holds the others. */
  readonly root: string;
  /** The working directory: the example's own files and nothing else. */
  readonly work: string;
  readonly home: string;
  readonly temporary: string;
  readonly harness: string;
}

/** Bytes: the address space that each process of a run may have, and the size of a file that it writes. */
export const LIMITS = { addressSpace: 4 * 2 ** 30, fileSize: 32 * 2 ** 20 } as const;

/**
 * The whole environment of a run. Nothing of the builder's own environment is in it. The sample may change
 * the first ones; what a run sets comes after it.
 * @param bin the folder of the run's `python`
 */
export function runEnvironment(
  folders: Omit<RunFolders, 'root' | 'work'>,
  bin: string,
  contract: Contract,
  { hashSeed = 0, switchInterval, cores }: Conditions,
): Record<string, string> {
  return {
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
    LINES: '24',
    NO_COLOR: '1',
    PYTHON_COLORS: '0',
    ...contract.env,
    PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
    HOME: folders.home,
    TMPDIR: folders.temporary,
    USER: PLACE.user,
    LOGNAME: PLACE.user,
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONHASHSEED: String(hashSeed),
    PYTHONPATH: folders.harness,
    VERBATIM_REPORT_FD: String(HARNESS_FD),
    VERBATIM_LIMITS: `${LIMITS.addressSpace} ${LIMITS.fileSize}`,
    ...(contract.cores === 1 ? {} : { VERBATIM_USAGE: '1' }),
    VERBATIM_NETWORK: contract.network ? 'allowed' : 'refused',
    ...(switchInterval === undefined ? {} : { VERBATIM_SWITCH_INTERVAL: String(switchInterval) }),
    ...(cores === undefined ? {} : { VERBATIM_CORES: cores.join(',') }),
  };
}

/** File descriptor to which the harness reports. A sample can write to it too: its report proves nothing. */
export const HARNESS_FD = 3;

/** File descriptor to which the shell around the program reports. The program does not have it. */
export const SHELL_FD = 4;

/** The first file descriptor from which a started command reads what it is given. */
export const FIRST_INPUT_FD = 5;

/** The line that the sandbox reports if the program has left processes behind. */
export const PROCESSES_LEFT = 'left';

/** The line that a shell around the program reports when the program has ended. */
export const PROGRAM_ENDED = 'ended';

/** What the harness reported about a run. */
interface HarnessReport {
  /** The stacks of all threads, if they were asked for and the program answered. */
  readonly stacks?: string | undefined;
  /** CPU seconds of the run and its children; absent if not asked for, or if the program was killed. */
  readonly usedSeconds?: number | undefined;
}

/**
 * Parses the bytes that came through `HARNESS_FD`.
 * @param workFolder that of the run, as its outputs name it; stacks name its files
 */
export function parseHarnessReport(bytes: Uint8Array, workFolder: string): HarnessReport {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const used = lines.findLast(line => line.startsWith('usage '));
  const stacks = lines
    .filter(line => !line.startsWith('usage '))
    .join('\n')
    .replaceAll(`${workFolder}/`, '')
    .trimEnd();
  return {
    stacks: stacks === '' ? undefined : stacks.replaceAll(/^/gm, '    '),
    usedSeconds: used === undefined ? undefined : Number.parseFloat(used.slice('usage '.length)),
  };
}

/** What the shell around the program reported. */
interface ShellReport {
  readonly hasLeftProcesses: boolean;
  /** Whether it lived to report the end of the program. */
  readonly hasEnded: boolean;
}

/** Parses the bytes that came through `SHELL_FD`. */
export function parseShellReport(bytes: Uint8Array): ShellReport {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  return { hasLeftProcesses: lines.includes(PROCESSES_LEFT), hasEnded: lines.includes(PROGRAM_ENDED) };
}

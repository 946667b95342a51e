import type { Contract } from '../../core/contract/contract-schema.ts';
import { harnessFolder } from './python-environment.ts';

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
}

/** Bytes: the address space that each process of a run may have, and the size of a file that it writes. */
export const LIMITS = { addressSpace: 4 * 2 ** 30, fileSize: 32 * 2 ** 20 } as const;

/** The whole environment of a run. Nothing of the builder's own environment is in it. */
export function runEnvironment(
  folders: RunFolders,
  python: string,
  contract: Contract,
  { hashSeed = 0, switchInterval, cores }: Conditions,
): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: folders.home,
    TMPDIR: folders.temporary,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
    LINES: '24',
    NO_COLOR: '1',
    PYTHON_COLORS: '0',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONHASHSEED: String(hashSeed),
    ...contract.env,
    PYTHONPATH: harnessFolder(python),
    VERBATIM_REPORT_FD: String(HARNESS_FD),
    VERBATIM_LIMITS: `${LIMITS.addressSpace} ${LIMITS.fileSize}`,
    ...(contract.cores === 1 ? {} : { VERBATIM_USAGE: '1' }),
    VERBATIM_NETWORK: contract.network ? 'allowed' : 'refused',
    ...(switchInterval === undefined ? {} : { VERBATIM_SWITCH_INTERVAL: String(switchInterval) }),
    ...(cores === undefined ? {} : { VERBATIM_CORES: cores.join(',') }),
  };
}

/** File descriptor to which the harness, and the shell in the sandbox, report to the runner. */
export const HARNESS_FD = 3;

/** The line that the sandbox reports if the program has left processes behind. */
export const PROCESSES_LEFT = 'left';

/** The line that a shell around the program reports when the program has ended. */
export const PROGRAM_ENDED = 'ended';

/** What was reported about a run. */
interface HarnessReport {
  /** The stacks of all threads, if they were asked for and the program answered. */
  readonly stacks?: string | undefined;
  /** CPU seconds of the run and its children; absent if not asked for, or if the program was killed. */
  readonly usedSeconds?: number | undefined;
  readonly hasLeftProcesses: boolean;
  /** Whether a shell around the program reported its end. */
  readonly hasEnded: boolean;
}

/**
 * Parses the bytes that came through `HARNESS_FD`.
 * @param workFolder that of the run; stacks name its files
 */
export function parseHarnessReport(bytes: Uint8Array, workFolder: string): HarnessReport {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const used = lines.findLast(line => line.startsWith('usage '));
  const stacks = lines
    .filter(line => !line.startsWith('usage ') && ![PROCESSES_LEFT, PROGRAM_ENDED].includes(line))
    .join('\n')
    .replaceAll(`${workFolder}/`, '')
    .trimEnd();
  return {
    stacks: stacks === '' ? undefined : stacks.replaceAll(/^/gm, '    '),
    usedSeconds: used === undefined ? undefined : Number.parseFloat(used.slice('usage '.length)),
    hasLeftProcesses: lines.includes(PROCESSES_LEFT),
    hasEnded: lines.includes(PROGRAM_ENDED),
  };
}

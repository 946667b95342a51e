import type { Contract } from '../../core/contract/contract-schema.ts';
import { terminalSize } from '../../core/contract/tables/terminal-table.ts';
import { packageVariables } from '../../core/surroundings/package-variables.ts';
import { isEvent, MAX_WATCH_EVENTS } from '../../core/timeline/events.ts';
import { PLACE } from '../../core/surroundings/place.ts';

/** What a run may vary without changing its meaning. */
export interface Conditions {
  readonly hashSeed?: number | undefined;
  /** Seconds, for `sys.setswitchinterval`. */
  readonly switchInterval?: number | undefined;
  /** Cores that it may use; absent: all. */
  readonly cores?: readonly number[] | undefined;
  /** Whether the run is stopped now and then for a moment. */
  readonly pauses?: boolean | undefined;
  /** Whether something else computes on every core at the same time. */
  readonly load?: boolean | undefined;
  /** Set if the run is watched. */
  readonly watch?: Watch | undefined;
}

/** How a run is watched. */
export interface Watch {
  /** The file that runs. */
  readonly entry: string;
  /** Whether it reports which thread has the interpreter. */
  readonly turns: boolean;
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
  /** The packages of the sample, if it declares some. */
  readonly packages?: string | undefined;
}

/**
 * What each process of a run may have: bytes of address space, bytes of a file that it writes, open files.
 * Without the last, it would have what the runner was started with.
 */
export const LIMITS = { addressSpace: 4 * 2 ** 30, fileSize: 32 * 2 ** 20, openFiles: 1024 } as const;

/**
 * The whole environment of a run. Nothing of the builder's own environment is in it. The sample may change
 * the first ones; what a run sets comes after it.
 * @param bin the folder of the run's `python`
 */
export function runEnvironment(
  folders: Omit<RunFolders, 'root' | 'work'>,
  bin: string,
  contract: Contract,
  { hashSeed = 0, switchInterval, cores, watch }: Conditions,
): Record<string, string> {
  return {
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...terminalVariables(contract),
    ...(folders.packages === undefined ? {} : packageVariables(contract.cores)),
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
    VERBATIM_LIMITS: Object.values(LIMITS).join(' '),
    ...(folders.packages === undefined
      ? {}
      : { VERBATIM_PACKAGES: folders.packages, MATPLOTLIBRC: `${folders.harness}/matplotlibrc` }),
    VERBATIM_NETWORK: contract.network ? 'allowed' : 'refused',
    ...(switchInterval === undefined ? {} : { VERBATIM_SWITCH_INTERVAL: String(switchInterval) }),
    ...(cores === undefined ? {} : { VERBATIM_CORES: cores.join(',') }),
    ...(watch === undefined
      ? {}
      : { VERBATIM_WATCH: `${MAX_WATCH_EVENTS} ${watch.turns ? 1 : 0} ${watch.entry}` }),
  };
}

/** What libraries ask before they print colors. Each library asks for others of these. */
const FORCED_COLORS = { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', PYTHON_COLORS: '1' } as const;
const NO_COLORS = { NO_COLOR: '1', PYTHON_COLORS: '0' } as const;

/**
 * What a run is to know of a terminal. `xterm` has the 16 colors that a page has, so libraries choose among
 * these themselves; and each machine describes it. In a terminal, colors need not be forced: they would be in
 * pipes too.
 */
function terminalVariables(contract: Contract): Readonly<Record<string, string>> {
  const size = terminalSize(contract);
  const { color = size !== undefined } = contract;
  return {
    COLUMNS: String(size?.columns ?? 80),
    LINES: String(size?.rows ?? 24),
    ...(color || size !== undefined ? { TERM: 'xterm' } : {}),
    ...(color ? {} : NO_COLORS),
    ...(contract.color === true ? FORCED_COLORS : {}),
  };
}

/**
 * File descriptor to which the harness writes the stacks of all threads, if they are asked for, and the
 * events of a watched run. A sample can write to it too: as with its output, it could draw a false picture
 * of itself.
 */
export const HARNESS_FD = 3;

/**
 * The stacks that came through `HARNESS_FD`; undefined if none did.
 * @param workFolder that of the run; stacks name its files
 */
export function parseStacks(bytes: Uint8Array, workFolder: string): string | undefined {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const stacks = lines
    .filter(line => !isEvent(line))
    .join('\n')
    .replaceAll(`${workFolder}/`, '')
    .trimEnd();
  return stacks === '' ? undefined : stacks;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system shows what processes do: Linux does. */
export const HAS_PROCFS = existsSync('/proc/self/stat');

/** The text of a file below /proc; undefined if its process has ended or belongs to another user. */
export function readProc(path: string): string | undefined {
  try {
    // For this encoding alone Node has a short way, which takes half the time.
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The ids of all processes. */
export function listProcesses(): number[] {
  return readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? Number(name) : []));
}

/** What /proc shows of a process or a thread. */
export interface ProcessStat {
  /** `R` running, `S` asleep, `D` waiting for a disk, `Z` a zombie, and others. */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  /** CPU time used, in clock ticks. */
  readonly ticks: number;
  /** CPU time of the children that it has waited for, with theirs. */
  readonly waitedTicks: number;
  readonly threads: number;
  /** Pages of memory that it holds, shared ones too. */
  readonly pages: number;
}

/** Clock ticks of a second, as the kernel shows them to every program. */
export const TICKS_PER_SECOND = 100;

/**
 * Parses a file such as `/proc/1/stat`; undefined if the process has ended.
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function readStat(path: string): ProcessStat | undefined {
  const text = readProc(path);
  if (text === undefined) return undefined;
  // The name before it is in parentheses, and may itself contain spaces and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {
    state: fields[0] ?? 'Z',
    parent: Number(fields[1]),
    group: Number(fields[2]),
    ticks: Number(fields[11]) + Number(fields[12]),
    waitedTicks: Number(fields[13]) + Number(fields[14]),
    threads: Number(fields[17]),
    pages: Number(fields[21]),
  };
}

/** The command line of a process as it is, words apart by spaces; empty if it has ended or has none. */
export function readCommandLine(pid: number): string {
  return (readProc(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
}

/** The threads of a process as folders below /proc; none if it has ended. */
export function threadFolders(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(thread => `/proc/${pid}/task/${thread}`);
  } catch {
    return [];
  }
}

/** The ids of the processes that a thread has started, oldest first. */
export function readChildren(threadFolder: string): number[] {
  return (readProc(`${threadFolder}/children`)?.match(/\d+/g) ?? []).map(Number);
}

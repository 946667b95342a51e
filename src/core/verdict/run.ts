import type { Interpreter } from '../python-version.ts';

/** How a process ended, other than by its own exit code. */
export type Ending = 'exited' | 'signalled' | 'timed-out' | 'output-limit' | 'process-limit';

/** One execution of an example under CPython. Bytes are raw: nothing is normalised but the name of the run's own folder on stderr. */
export interface Run {
  readonly interpreter: Interpreter;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly ending: Ending;
  /** Exit code, when the process exited. */
  readonly exitCode?: number | undefined;
  /** Name of the signal that ended it, such as `SIGSEGV`. */
  readonly signal?: string | undefined;
  /** Wall time in milliseconds, from start to end of the process. */
  readonly durationMs: number;
  /** The stacks of all threads, when it timed out and could be asked. */
  readonly stacks?: string | undefined;
  /** Whether it left processes behind, which were then killed. */
  readonly leftBehind: boolean;
  /** Whether an example that needs several cores did not get them, because other programs kept them busy. What it measured then says nothing. */
  readonly underContention: boolean;
}

import type { Interpreter } from '../python-version.ts';

/** How a process ended: by its own exit code, or by another cause. */
export type Ending = 'exited' | 'signalled' | 'timed-out' | 'output-limit' | 'process-limit';

/** One execution of an example. Its bytes are raw, except that stderr does not name the folder of the run. */
export interface Run {
  readonly interpreter: Interpreter;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly ending: Ending;
  readonly exitCode?: number | undefined;
  /** Name of the signal that ended the process, such as `SIGSEGV`. */
  readonly signal?: string | undefined;
  /** Wall time in milliseconds, from start to end of the process. */
  readonly durationMs: number;
  /** The stacks of all threads, if it timed out and its interpreter could report them. */
  readonly stacks?: string | undefined;
  /** Whether it left processes behind, which were then killed. */
  readonly leftBehind: boolean;
  /** Whether other programs used the cores that the example needs: its measured numbers then mean nothing. */
  readonly underContention: boolean;
}

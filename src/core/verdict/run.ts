import type { ArtifactFault } from '../artifacts/artifact-kind.ts';
import type { LimitName } from '../contract/run-limits.ts';
import type { Interpreter } from '../python-version.ts';
import type { TerminalFault } from './terminal/check-terminal.ts';

/**
 * How a process ended: by its own exit code, or by another cause. `hung`: nothing of it moved for a while, as
 * its contract promises, and it was ended.
 */
export type Ending = 'exited' | 'signalled' | 'timed-out' | 'hung' | LimitName;

/** One execution of an example. Its bytes are raw, except that stderr does not name the folder of the run. */
export interface Run {
  readonly interpreter: Interpreter;
  /** Of a run in a terminal, the text that the terminal shows at the end. */
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly terminalFault?: TerminalFault | undefined;
  readonly ending: Ending;
  readonly exitCode?: number | undefined;
  /** Name of the signal that ended the process, such as `SIGSEGV`. */
  readonly signal?: string | undefined;
  /** Wall time in milliseconds, from start to end of the process. */
  readonly durationMs: number;
  /** The stacks of all threads, if it timed out and its interpreter could report them. */
  readonly stacks?: string | undefined;
  /** The events of the harness, as text, if the run was watched. */
  readonly events?: string | undefined;
  /** The files that it left of those that its contract names, by name; absent if it names none. */
  readonly artifacts?: ReadonlyMap<string, Uint8Array> | undefined;
  /** Why the others of these could not be read, by name. */
  readonly artifactFaults?: ReadonlyMap<string, ArtifactFault> | undefined;
  /** Command lines, as they are, of the processes that it left behind, which were then killed. */
  readonly leftBehind: readonly string[];
  /** Whether other programs used the cores that the example needs: its measured numbers then mean nothing. */
  readonly underContention: boolean;
}

/** A verified run that later verifications may reuse. Its output is UTF-8, as all verified output is. */
export interface CachedRun extends Pick<Run, 'exitCode' | 'durationMs'> {
  /** Digest of all that the run depended on. */
  readonly key: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Absent if it exited by itself. */
  readonly ending?: Ending | undefined;
  /** See `Run`. */
  readonly events?: string | undefined;
  /** The files that it left, by name, in base64; absent if its contract names none. */
  readonly artifacts?: Readonly<Record<string, string>> | undefined;
  /** Whether its contract promised every byte. Then any other run with this key printed the same. */
  readonly exact: boolean;
  /** Release of the operating system. It is no part of the key, since it differs between equal machines. */
  readonly system: string;
}

/**
 * Cached runs, each with its target: the example's file and the interpreter's path, on a line each, and the
 * id of a variant.
 */
export type CachedRuns = readonly (readonly [target: string, run: CachedRun])[];
